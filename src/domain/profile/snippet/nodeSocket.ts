import { encodeBase64 } from '../../format/base64.ts';
import { urlConstant, webSocketArguments } from './javaScriptArguments.ts';
import { javaScriptNumber, javaScriptString, javaScriptText } from './javaScriptText.ts';
import { leftOutBy } from './leftOut.ts';
import { CA_FILE, CERTIFICATE_FILE, KEY_FILE, mergeHeaders } from './snippetRequest.ts';
import type { SnippetHeader, SnippetMessage, SnippetRequest } from './snippetRequest.ts';

/** The parts of a snippet that opens a socket of `ws` 8. */
export interface NodeSocket {
  /** What has to be installed. */
  readonly packages: string;
  readonly sentences: readonly string[];
  readonly imports: readonly string[];
  /** Up to the constant `socket`, lines. */
  readonly construction: readonly string[];
}

export function nodeSocket(request: SnippetRequest): NodeSocket {
  const { tls, proxy } = request;
  const readsFiles = tls.hasAuthorities || tls.hasClientCertificate;
  return {
    packages: proxy.kind === 'url' ? 'ws https-proxy-agent' : 'ws',
    sentences: leftOutBy(request, 'ws', ['regular-subprotocols-only']),
    imports: [
      ...(readsFiles ? [`import { readFileSync } from 'node:fs';`] : []),
      ...(tls.hasAuthorities ? [`import { rootCertificates } from 'node:tls';`] : []),
      ...(proxy.kind === 'url' ? [`import { HttpsProxyAgent } from 'https-proxy-agent';`] : []),
      `import WebSocket from 'ws';`,
    ],
    construction: [
      urlConstant(request, readSecret),
      `const socket = new WebSocket(${webSocketArguments(request, readSecret)}, {`,
      ...optionLines(request).map((line) => `  ${line}`),
      `});`,
    ],
  };
}

export function readSecret(variable: string): string {
  return `secret(${javaScriptString(variable)})`;
}

/** The function that `readSecret` calls. */
export function secretFunction(isTyped: boolean): readonly string[] {
  return [
    ``,
    `function secret(${isTyped ? 'name: string): string' : 'name)'} {`,
    `  const value = process.env[name];`,
    `  if (!value) throw new Error(\`Set the environment variable \${name}.\`);`,
    `  return value;`,
    `}`,
  ];
}

export function nodeMessage(message: SnippetMessage): string {
  if (message.kind === 'text') return javaScriptText(message.text, readSecret);
  return `Buffer.from(${javaScriptString(encodeBase64(message.bytes))}, 'base64')`;
}

function optionLines({ headers, origin, tls, proxy, ...request }: SnippetRequest): readonly string[] {
  return [
    ...(headers.length === 0 ? [] : ['headers: {', ...mergeHeaders(headers).map(headerLine), '},']),
    ...(origin === null ? [] : [`origin: ${javaScriptString(origin)},`]),
    ...(tls.verifiesCertificate ? [] : ['rejectUnauthorized: false,']),
    ...(tls.hasAuthorities ? [`ca: [...rootCertificates, readFileSync('${CA_FILE}')],`] : []),
    ...(tls.hasClientCertificate
      ? [`cert: readFileSync('${CERTIFICATE_FILE}'),`, `key: readFileSync('${KEY_FILE}'),`]
      : []),
    ...(tls.keyPassphrase === null ? [] : [`passphrase: ${javaScriptText(tls.keyPassphrase, readSecret)},`]),
    ...(tls.serverName === '' ? [] : [`servername: ${javaScriptString(tls.serverName)},`]),
    ...(proxy.kind === 'url'
      ? [`agent: new HttpsProxyAgent(${javaScriptText(proxy.url, readSecret)}),`]
      : []),
    ...(request.offersCompression ? [] : ['perMessageDeflate: false,']),
    `handshakeTimeout: ${javaScriptNumber(request.openingMs)},`,
  ];
}

function headerLine({ name, value }: SnippetHeader): string {
  return `  ${javaScriptString(name)}: ${javaScriptText(value, readSecret)},`;
}
