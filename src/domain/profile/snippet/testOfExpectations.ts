import { assertNever } from '../../assertNever.ts';
import { browserBytes } from './browser.ts';
import { comments } from './comments.ts';
import { subprotocolTexts } from './javaScriptArguments.ts';
import { javaScriptNumber, javaScriptString, javaScriptText } from './javaScriptText.ts';
import { leftOutBy, OF_BROWSERS } from './leftOut.ts';
import { nodeMessage, nodeSocket, readSecret, secretFunction } from './nodeSocket.ts';
import type { SnippetRequest } from './snippetRequest.ts';
import { declarationLines, helperLines, needsOf, type TestNeeds } from './testNeeds.ts';
import type { TranslatedExpectation } from './translateExpectations.ts';
import { variablesOf, variablesOfAwaited, variablesOfBrowsers } from './variablesOf.ts';

type Translated = readonly TranslatedExpectation[];

const TITLE = 'the endpoint does what is expected of it';

/** How long a test of Playwright may take unless it says otherwise: its default, ms. */
const PLAYWRIGHT_TIMEOUT_MS = 30_000;

/** What of it is left for everything but waiting for what is expected, ms. */
const OVERHEAD_MS = 10_000;

/**
 * A test that fails where an expectation is not met. It notes when each thing happens, so that what came in time counts
 * whenever it is looked at.
 */
export function testOfExpectations(request: SnippetRequest, expectations: Translated): string {
  const isRefusal = expectations.some(({ kind }) => kind === 'refused');
  if (request.transport === 'companion') {
    return isRefusal ? refusalInNode(request, expectations) : conversationInNode(request, expectations);
  }
  return isRefusal ? refusalInBrowser(request, expectations) : conversationInBrowser(request, expectations);
}

function conversationInNode(request: SnippetRequest, expectations: Translated): string {
  const needs = needsOf(expectations);
  const { packages, sentences, imports, construction } = nodeSocket(withinOpening(request, expectations));
  return fileOf({
    sentences: [`npm install --save-dev @playwright/test ${packages}`, ...sentences],
    imports: [`import { once } from 'node:events';`, ...imports],
    declarations: declarationLines(needs),
    fixtures: '',
    body: [
      ...timeoutLines(expectations),
      ...(needs.has('opens') ? [`const startedAt = performance.now();`] : []),
      ...construction,
      ...nodeRecording(needs),
      `await once(socket, 'open');`,
      ...openingLines(expectations, { took: 'seen.openedAt - startedAt', protocol: 'socket.protocol' }),
      ...(needs.has('sentAt') ? [`const sentAt = performance.now();`] : []),
      ...(request.message === null ? [] : [request.message])
        .concat(request.awaited)
        .map((message) => `socket.send(${nodeMessage(message)});`),
      ...waitingLines(expectations, {
        seen: 'seen',
        openedAt: 'seen.openedAt',
        sentAt: 'sentAt',
        look: '() => seen',
      }),
      `socket.close();`,
    ],
    helpers: helperLines(needs),
    variables: [...variablesOf(request), ...variablesOfAwaited(request)],
  });
}

function conversationInBrowser(request: SnippetRequest, expectations: Translated): string {
  const needs = needsOf(expectations, ['startedAt']);
  const moments = [
    ...(needs.has('opens') ? ['startedAt'] : []),
    ...(needs.has('opens') || needs.has('messages') || needs.has('closes') ? ['openedAt'] : []),
  ];
  const sent = sentInPage(request);
  return fileOf({
    sentences: leftOutBy(request, 'A browser', OF_BROWSERS),
    imports: [],
    declarations: [...endpointLines(request, sent.fields), ...declarationLines(needs)],
    fixtures: '{ page }',
    body: [
      ...timeoutLines(expectations),
      ...browserRecording(needs, sent),
      ...(moments.length === 0
        ? []
        : [
            `const seen = () => connection.evaluate((each) => each.seen);`,
            `const { ${moments.join(', ')} } = await seen();`,
          ]),
      ...openingLines(expectations, {
        took: 'openedAt - startedAt',
        protocol: 'await connection.evaluate(({ socket }) => socket.protocol)',
      }),
      ...waitingLines(expectations, {
        seen: '(await seen())',
        openedAt: 'openedAt',
        // It is sent from within the page, as soon as it is open.
        sentAt: 'openedAt',
        look: 'seen',
      }),
    ],
    helpers: helperLines(needs),
    variables: [...variablesOfBrowsers(request), ...variablesOfAwaited(request)],
  });
}

/** What a page sends: texts are handed to it, for the environment is out of its reach. */
interface SentInPage {
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly statements: readonly string[];
}

function sentInPage({ message, awaited }: SnippetRequest): SentInPage {
  const messages = [...(message === null ? [] : [message]), ...awaited];
  const names = messages.map((_message, index) =>
    messages.length === 1 ? 'message' : `message${index + 1}`,
  );
  return {
    fields: messages.flatMap((each, index) =>
      each.kind === 'text' ? [`  ${names[index]}: ${javaScriptText(each.text, readSecret)},`] : [],
    ),
    names: names.filter((_name, index) => messages[index]?.kind === 'text'),
    statements: messages.map(
      (each, index) => `socket.send(${each.kind === 'text' ? names[index] : browserBytes(each.bytes)});`,
    ),
  };
}

/** Whatever else is expected takes an open connection, and so is not met by the same answer. */
function refusalInNode(request: SnippetRequest, expectations: Translated): string {
  const { packages, sentences, imports, construction } = nodeSocket(withinOpening(request, expectations));
  return fileOf({
    sentences: [`npm install --save-dev @playwright/test ${packages}`, ...sentences],
    imports,
    declarations: [],
    fixtures: '',
    body: [
      ...construction,
      `const status = await new Promise<number | undefined>((resolve, reject) => {`,
      `  socket.once('open', () => resolve(101));`,
      `  socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));`,
      `  socket.once('error', reject);`,
      `});`,
      `socket.removeAllListeners('error').on('error', () => {});`,
      `socket.terminate();`,
      ...expectations.map((expected) =>
        expected.kind === 'refused'
          ? `expect(status, ${javaScriptString(expected.description)}).toBe(${expected.status});`
          : `expect(status, ${javaScriptString(expected.description)}).toBe(101);`,
      ),
    ],
    helpers: [],
    variables: variablesOf({ ...request, message: null }),
  });
}

function refusalInBrowser(request: SnippetRequest, expectations: Translated): string {
  return fileOf({
    sentences: [
      ...leftOutBy(request, 'A browser', OF_BROWSERS),
      'A browser does not tell the status of a refusal. Any counts, and so does any other failure.',
    ],
    imports: [],
    declarations: endpointLines(request),
    fixtures: '{ page }',
    body: [
      `const outcome = await page.evaluate(`,
      `  ({ url, subprotocols }) =>`,
      `    new Promise<string>((resolve) => {`,
      `      const socket = new WebSocket(url, subprotocols);`,
      `      socket.addEventListener('open', () => resolve('open'));`,
      `      socket.addEventListener('close', () => resolve('refused'));`,
      `    }),`,
      `  endpoint,`,
      `);`,
      ...expectations.map(
        ({ kind, description }) =>
          `expect(outcome, ${javaScriptString(description)}).toBe('${kind === 'refused' ? 'refused' : 'open'}');`,
      ),
    ],
    helpers: [],
    variables: variablesOfBrowsers({ ...request, message: null }),
  });
}

interface TestFile {
  readonly sentences: readonly string[];
  readonly imports: readonly string[];
  readonly declarations: readonly string[];
  readonly fixtures: string;
  readonly body: readonly string[];
  readonly helpers: readonly string[];
  readonly variables: readonly string[];
}

function fileOf({ sentences, imports, declarations, fixtures, body, helpers, variables }: TestFile): string {
  return [
    ...comments('//', sentences),
    ...imports,
    `import { expect, test } from '@playwright/test';`,
    ``,
    ...declarations,
    `test('${TITLE}', async (${fixtures}) => {`,
    ...body.map((line) => `  ${line}`),
    `});`,
    ...helpers,
    ...(variables.length === 0 ? [] : secretFunction(true)),
    ``,
  ].join('\n');
}

/** Later than is expected, there is no use in an answer. */
function withinOpening(request: SnippetRequest, expectations: Translated): SnippetRequest {
  const limits = expectations.flatMap((expected) => (expected.kind === 'opens' ? [expected.withinMs] : []));
  return { ...request, openingMs: Math.min(request.openingMs, ...limits) };
}

function timeoutLines(expectations: Translated): readonly string[] {
  const waitedMs = expectations.reduce(
    (sum, expected) => sum + ('withinMs' in expected ? expected.withinMs : 0),
    OVERHEAD_MS,
  );
  return waitedMs <= PLAYWRIGHT_TIMEOUT_MS ? [] : [`test.setTimeout(${javaScriptNumber(waitedMs)});`];
}

function endpointLines(request: SnippetRequest, fields: readonly string[] = []): readonly string[] {
  return [
    ...(request.tls.verifiesCertificate ? [] : [`test.use({ ignoreHTTPSErrors: true });`, ``]),
    `const endpoint = {`,
    `  url: ${javaScriptText(request.url, readSecret)},`,
    `  subprotocols: [${subprotocolTexts(request, readSecret).join(', ')}],`,
    ...fields,
    `};`,
    ``,
  ];
}

function nodeRecording(needs: TestNeeds): readonly string[] {
  const hasOpening = needs.has('opens') || needs.has('messages') || needs.has('closes');
  const size = needs.has('size') ? ', size: (data as Buffer).length' : '';
  const binary = needs.has('isBinary') ? ', isBinary' : '';
  return [
    ...(hasOpening
      ? [
          `const seen: Seen = ${emptyRecord(needs)};`,
          `socket.on('open', () => {`,
          `  seen.openedAt = performance.now();`,
          `});`,
        ]
      : []),
    ...(needs.has('messages')
      ? [
          `socket.on('message', (data${binary}) => {`,
          `  seen.messages.push({ at: performance.now(), text: String(data)${binary}${size} });`,
          `});`,
        ]
      : []),
    ...(needs.has('closes')
      ? [
          `socket.on('close', (code) => {`,
          `  seen.closedAt = performance.now();`,
          `  seen.closeCode = code;`,
          `});`,
        ]
      : []),
  ];
}

function emptyRecord(needs: TestNeeds): string {
  const fields = [
    'openedAt: 0',
    ...(needs.has('messages') ? ['messages: []'] : []),
    ...(needs.has('closes') ? ['closedAt: Infinity', 'closeCode: 0'] : []),
  ];
  return `{ ${fields.join(', ')} }`;
}

function browserRecording(needs: TestNeeds, { names, statements }: SentInPage): readonly string[] {
  const text = `typeof data === 'string' ? data : new TextDecoder('utf-8', { ignoreBOM: true }).decode(data)`;
  const fields = [
    `at: performance.now()`,
    `text`,
    ...(needs.has('isBinary') ? [`isBinary: typeof data !== 'string'`] : []),
    ...(needs.has('size')
      ? [`size: typeof data === 'string' ? new TextEncoder().encode(data).length : data.byteLength`]
      : []),
  ];
  return [
    `const connection = await page.evaluateHandle(`,
    `  ({ ${['url', 'subprotocols', ...names].join(', ')} }) =>`,
    `    new Promise<{ socket: WebSocket; seen: Seen }>((resolve, reject) => {`,
    `      const seen: Seen = ${emptyRecord(needs).replace('{ ', '{ startedAt: performance.now(), ')};`,
    `      const socket = new WebSocket(url, subprotocols);`,
    `      socket.addEventListener('open', () => {`,
    `        seen.openedAt = performance.now();`,
    ...statements.map((statement) => `        ${statement}`),
    `        resolve({ socket, seen });`,
    `      });`,
    ...(needs.has('messages')
      ? [
          `      socket.binaryType = 'arraybuffer';`,
          `      socket.addEventListener('message', ({ data }) => {`,
          `        const text = ${text};`,
          `        seen.messages.push({ ${fields.join(', ')} });`,
          `      });`,
        ]
      : []),
    `      socket.addEventListener('close', ({ code, reason }) => {`,
    ...(needs.has('closes')
      ? [`        seen.closedAt = performance.now();`, `        seen.closeCode = code;`]
      : []),
    `        reject(new Error(\`closed \${code} \${reason}\`));`,
    `      });`,
    `    }),`,
    `  endpoint,`,
    `);`,
  ];
}

function openingLines(
  expectations: Translated,
  { took, protocol }: { readonly took: string; readonly protocol: string },
): readonly string[] {
  return expectations.flatMap((expected) => {
    const description = javaScriptString(expected.description);
    switch (expected.kind) {
      case 'opens':
        return [
          `expect(${took}, ${description}).toBeLessThanOrEqual(${javaScriptNumber(expected.withinMs)});`,
        ];
      case 'subprotocol':
        return [`expect(${protocol}, ${description}).toBe(${javaScriptString(expected.value)});`];
      case 'refused':
      case 'message':
      case 'closes':
        return [];
      default:
        return assertNever(expected);
    }
  });
}

/** How what has been seen so far is written. */
interface SeenExpressions {
  readonly seen: string;
  readonly openedAt: string;
  readonly sentAt: string;
  /** The function that `messageComes` calls again and again. */
  readonly look: string;
}

/** In their order: what has come while another one was waited for has been noted. */
function waitingLines(
  expectations: Translated,
  { seen, openedAt, sentAt, look }: SeenExpressions,
): readonly string[] {
  return expectations.flatMap((expected) => {
    const description = javaScriptString(expected.description);
    switch (expected.kind) {
      case 'message': {
        const { expression, needs } = expected.condition;
        const names = (['text', 'isBinary', 'size'] as const).filter((name) => needs.has(name));
        const parameter = names.length === 0 ? '()' : `({ ${names.join(', ')} })`;
        return [
          `await messageComes(${look}, {`,
          `  what: ${description},`,
          `  since: ${expected.after === '' ? openedAt : sentAt},`,
          `  withinMs: ${javaScriptNumber(expected.withinMs)},`,
          `  matches: ${parameter} => ${expression},`,
          `});`,
        ];
      }
      case 'closes': {
        const asynchronous = seen.includes('await') ? 'async ' : '';
        return [
          `await expect`,
          `  .poll(${asynchronous}() => ${seen}.closeCode, { message: ${description}, timeout: ${javaScriptNumber(expected.withinMs)} + GRACE_MS })`,
          `  .toBe(${expected.code});`,
          `expect(${seen}.closedAt - ${openedAt}, ${description}).toBeLessThanOrEqual(${javaScriptNumber(expected.withinMs)});`,
        ];
      }
      case 'opens':
      case 'refused':
      case 'subprotocol':
        return [];
      default:
        return assertNever(expected);
    }
  });
}
