import { encodeBase64 } from '../../format/base64.ts';
import { comments } from './comments.ts';
import { doubleQuoted, escapeInterpolated } from './escapeText.ts';
import { leftOutBy } from './leftOut.ts';
import { CA_FILE, CERTIFICATE_FILE, KEY_FILE } from './snippetRequest.ts';
import type { SnippetMessage, SnippetRequest } from './snippetRequest.ts';
import { writeText, type SnippetPart, type SnippetText } from './snippetText.ts';
import { variablesOf } from './variablesOf.ts';

/** Python with `websockets` 15 or newer, its client of threads: a script needs no event loop. */
export function writePython(request: SnippetRequest): string {
  const { message } = request;
  const context = contextLines(request);
  const isBinary = message?.kind === 'binary';
  return [
    ...comments('#', ['pip install "websockets>=15"', ...leftOutBy(request, 'websockets', [])]),
    ...(isBinary ? ['import base64'] : []),
    ...(variablesOf(request).length === 0 ? [] : ['import os']),
    ...(context.length === 0 ? [] : ['import ssl']),
    ...(isBinary || variablesOf(request).length > 0 || context.length > 0 ? [''] : []),
    `from websockets.sync.client import connect`,
    ``,
    ...context,
    `with connect(`,
    ...argumentLines(request, context.length > 0).map((line) => `    ${line},`),
    `) as websocket:`,
    `    print("open", websocket.subprotocol)`,
    ...(message === null ? [] : [`    websocket.send(${messageExpression(message)})`]),
    `    for message in websocket:`,
    `        print(message)`,
    ``,
  ].join('\n');
}

function contextLines({ isSecure, tls }: SnippetRequest): readonly string[] {
  const isDefault = tls.verifiesCertificate && !tls.hasAuthorities && !tls.hasClientCertificate;
  if (!isSecure || isDefault) return [];
  const password = tls.keyPassphrase === null ? '' : `, password=${pythonText(tls.keyPassphrase)}`;
  return [
    `context = ssl.create_default_context()`,
    ...(tls.verifiesCertificate
      ? []
      : [`context.check_hostname = False`, `context.verify_mode = ssl.CERT_NONE`]),
    ...(tls.hasAuthorities ? [`context.load_verify_locations("${CA_FILE}")`] : []),
    ...(tls.hasClientCertificate
      ? [`context.load_cert_chain("${CERTIFICATE_FILE}", "${KEY_FILE}"${password})`]
      : []),
    ``,
  ];
}

function argumentLines(
  { url, headers, origin, subprotocols, isSecure, tls, proxy, ...request }: SnippetRequest,
  hasContext: boolean,
): readonly string[] {
  const offered = subprotocols.map(({ value }) => pythonText(value));
  return [
    pythonText(url),
    ...(offered.length === 0 ? [] : [`subprotocols=[${offered.join(', ')}]`]),
    ...(headers.length === 0
      ? []
      : [
          [
            `additional_headers=[`,
            ...headers.map(({ name, value }) => `        (${doubleQuoted(name)}, ${pythonText(value)}),`),
            `    ]`,
          ].join('\n'),
        ]),
    ...(origin === null ? [] : [`origin=${doubleQuoted(origin)}`]),
    ...(hasContext ? ['ssl=context'] : []),
    ...(isSecure && tls.serverName !== '' ? [`server_hostname=${doubleQuoted(tls.serverName)}`] : []),
    ...(proxy.kind === 'none' ? ['proxy=None'] : []),
    ...(proxy.kind === 'url' ? [`proxy=${pythonText(proxy.url)}`] : []),
    ...(request.offersCompression ? [] : ['compression=None']),
    `open_timeout=${request.openingMs / 1000}`,
    ...(request.pingEveryMs === null ? [] : [`ping_interval=${request.pingEveryMs / 1000}`]),
    `max_size=None`,
  ];
}

function messageExpression(message: SnippetMessage): string {
  if (message.kind === 'text') return pythonText(message.text);
  return `base64.b64decode("${encodeBase64(message.bytes)}")`;
}

/** A string literal, or an f-string where a secret stands in the text. */
function pythonText(text: SnippetText): string {
  return writeText(text, {
    literal: doubleQuoted,
    secret: (variable) => `os.environ["${variable}"]`,
    mixed: (parts) => `f"${parts.map(formattedPart).join('')}"`,
  });
}

/** Until Python 3.12 an expression could not have the quotes of its f-string. */
function formattedPart(part: SnippetPart): string {
  return part.kind === 'text' ? escapeInterpolated(part.text) : `{os.environ['${part.variable}']}`;
}
