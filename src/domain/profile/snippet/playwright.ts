import { browserBytes } from './browser.ts';
import { comments } from './comments.ts';
import { subprotocolTexts } from './javaScriptArguments.ts';
import { javaScriptText } from './javaScriptText.ts';
import { leftOutBy, OF_BROWSERS } from './leftOut.ts';
import { nodeMessage, nodeSocket, readSecret, secretFunction } from './nodeSocket.ts';
import type { SnippetRequest } from './snippetRequest.ts';
import { testOfExpectations } from './testOfExpectations.ts';
import { translateExpectations } from './translateExpectations.ts';
import { variablesOf, variablesOfBrowsers } from './variablesOf.ts';

/**
 * A Playwright test in TypeScript: of what the profile expects, or of its message alone. Its socket is a browser's, unless
 * the request has what a browser cannot send, or there is something to expect that a browser does not tell.
 */
export function writePlaywright(request: SnippetRequest): string {
  const { translated, leftOut } = translateExpectations(request.expectations);
  // Those that are left out are told one by one.
  const told = { ...request, expectations: [], notes: [...request.notes, ...leftOut] };
  return translated.length === 0 ? testOfMessage(told) : testOfExpectations(told, translated);
}

function testOfMessage(request: SnippetRequest): string {
  const asked = { ...request, hasOwnLimits: false, notes: [] };
  const isBeyondBrowsers = leftOutBy(asked, 'A browser', OF_BROWSERS).length > 0;
  return request.transport === 'companion' && isBeyondBrowsers ? testInNode(request) : testInBrowser(request);
}

function testInBrowser(request: SnippetRequest): string {
  const { message, tls } = request;
  const text = message?.kind === 'text' ? javaScriptText(message.text, readSecret) : null;
  return [
    ...comments('//', leftOutBy(request, 'A browser', OF_BROWSERS)),
    `import { expect, test } from '@playwright/test';`,
    ``,
    ...(tls.verifiesCertificate ? [] : [`test.use({ ignoreHTTPSErrors: true });`, ``]),
    `const endpoint = {`,
    `  url: ${javaScriptText(request.url, readSecret)},`,
    `  subprotocols: [${subprotocolTexts(request, readSecret).join(', ')}],`,
    ...(text === null ? [] : [`  message: ${text},`]),
    `};`,
    ``,
    `test('the endpoint ${message === null ? 'opens' : 'opens and answers'}', async ({ page }) => {`,
    `  const ${message === null ? 'subprotocol' : 'answer'} = await page.evaluate(`,
    `    ({ url, subprotocols${text === null ? '' : ', message'} }) =>`,
    `      new Promise<string>((resolve, reject) => {`,
    `        const socket = new WebSocket(url, subprotocols);`,
    ...(message === null
      ? [`        socket.addEventListener('open', () => resolve(socket.protocol));`]
      : [
          `        socket.addEventListener('open', () => socket.send(${message.kind === 'text' ? 'message' : browserBytes(message.bytes)}));`,
          `        socket.addEventListener('message', ({ data }) => resolve(String(data)));`,
        ]),
    `        socket.addEventListener('close', ({ code, reason }) => {`,
    `          reject(new Error(\`closed \${code} \${reason}\`));`,
    `        });`,
    `      }),`,
    `    endpoint,`,
    `  );`,
    message === null
      ? `  expect(subprotocol).toBe(${firstSubprotocol(request)});`
      : `  expect(answer).not.toBe('');`,
    `});`,
    ...(variablesOfBrowsers(request).length === 0 ? [] : secretFunction(true)),
    ``,
  ].join('\n');
}

function testInNode(request: SnippetRequest): string {
  const { message } = request;
  const { packages, sentences, imports, construction } = nodeSocket(request);
  return [
    ...comments('//', [
      `npm install --save-dev @playwright/test ${packages}`,
      'ws opens the connection, since a browser cannot send all that it takes.',
      ...sentences,
    ]),
    `import { once } from 'node:events';`,
    ...imports,
    `import { expect, test } from '@playwright/test';`,
    ``,
    `test('the endpoint ${message === null ? 'opens' : 'opens and answers'}', async () => {`,
    ...construction.map((line) => `  ${line}`),
    `  await once(socket, 'open');`,
    ...(message === null
      ? [`  expect(socket.protocol).toBe(${firstSubprotocol(request)});`]
      : [
          `  socket.send(${nodeMessage(message)});`,
          `  const [answer] = await once(socket, 'message');`,
          `  expect(String(answer)).not.toBe('');`,
        ]),
    `  socket.close();`,
    `});`,
    ...(variablesOf(request).length === 0 ? [] : secretFunction(true)),
    ``,
  ].join('\n');
}

/** Servers choose the first that they know of those offered. */
function firstSubprotocol(request: SnippetRequest): string {
  return subprotocolTexts(request, readSecret)[0] ?? `''`;
}
