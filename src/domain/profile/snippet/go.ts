import { encodeBase64 } from '../../format/base64.ts';
import { comments } from './comments.ts';
import { doubleQuoted } from './escapeText.ts';
import { leftOutBy } from './leftOut.ts';
import { CA_FILE, CERTIFICATE_FILE, KEY_FILE } from './snippetRequest.ts';
import type { SnippetMessage, SnippetRequest } from './snippetRequest.ts';
import type { SnippetText } from './snippetText.ts';
import { variablesOf } from './variablesOf.ts';

/** The key without its passphrase. */
const PLAIN_KEY_FILE = 'plain-key.pem';

/** Go with github.com/coder/websocket 1.8, which the maintainers of nhooyr.io/websocket point to. */
export function writeGo(request: SnippetRequest): string {
  const { headers, isSecure, origin, message, tls, proxy } = request;
  const transport = transportLines(request);
  const hasHeaders = headers.length > 0 || origin !== null;
  const sentences = [
    'go get github.com/coder/websocket',
    ...leftOutBy(request, 'Go', []),
    ...(tls.keyPassphrase === null
      ? []
      : [
          `Go reads no key with a passphrase. Take it away with: openssl pkey -in ${KEY_FILE} -out ${PLAIN_KEY_FILE}`,
        ]),
    ...(proxy.kind === 'url' && !isSecure
      ? ['Go asks a proxy for a ws: URL without a tunnel, which few of them take.']
      : []),
  ];
  return [
    ...comments('//', sentences),
    `package main`,
    ``,
    `import (`,
    ...importsOf(request, transport.length > 0).map((name) => `\t"${name}"`),
    ``,
    `\t"github.com/coder/websocket"`,
    `)`,
    ``,
    `func main() {`,
    ...(hasHeaders ? headerLines(request) : []),
    ...transport,
    `\tendpoint := ${goText(request.url)}`,
    `\topening, cancel := context.WithTimeout(context.Background(), ${duration(request.openingMs)})`,
    `\tdefer cancel()`,
    ...dialLines(dialOptions(request, { hasHeaders, hasTransport: transport.length > 0 })),
    `\tcheck(err)`,
    `\tdefer conn.CloseNow()`,
    `\tconn.SetReadLimit(-1)`,
    `\tfmt.Println("open", conn.Subprotocol())`,
    ``,
    `\tctx := context.Background()`,
    ...(message === null ? [] : sendLines(message)),
    `\tfor {`,
    `\t\t_, received, err := conn.Read(ctx)`,
    `\t\tcheck(err)`,
    `\t\tfmt.Println(string(received))`,
    `\t}`,
    `}`,
    ``,
    ...CHECK_LINES,
    ...(usedVariables(request).length === 0 ? [] : SECRET_LINES),
    ``,
  ].join('\n');
}

/** A field of a struct. */
type Field = readonly [name: string, value: string];

/** Without the passphrase, for which Go has no use. */
function usedVariables(request: SnippetRequest): readonly string[] {
  return variablesOf({ ...request, tls: { ...request.tls, keyPassphrase: null } });
}

function importsOf(request: SnippetRequest, hasTransport: boolean): readonly string[] {
  const { headers, origin, isSecure, tls, proxy, message } = request;
  const trustsAuthorities = isSecure && tls.hasAuthorities;
  return [
    'context',
    ...(hasTransport && needsTls(request) ? ['crypto/tls'] : []),
    ...(trustsAuthorities ? ['crypto/x509'] : []),
    ...(message?.kind === 'binary' ? ['encoding/base64'] : []),
    'fmt',
    'log',
    ...(hasTransport || headers.length > 0 || origin !== null ? ['net/http'] : []),
    ...(proxy.kind === 'url' ? ['net/url'] : []),
    ...(trustsAuthorities || usedVariables(request).length > 0 ? ['os'] : []),
    'time',
  ];
}

function headerLines({ headers, origin }: SnippetRequest): readonly string[] {
  return [
    `\theader := http.Header{}`,
    ...(origin === null ? [] : [`\theader.Set("Origin", ${doubleQuoted(origin)})`]),
    ...headers.map(({ name, value }) => `\theader.Add(${doubleQuoted(name)}, ${goHeader(value)})`),
    ``,
  ];
}

function needsTls({ isSecure, tls }: SnippetRequest): boolean {
  const isDefault =
    tls.verifiesCertificate && !tls.hasAuthorities && !tls.hasClientCertificate && tls.serverName === '';
  return isSecure && !isDefault;
}

function transportLines(request: SnippetRequest): readonly string[] {
  const { tls, proxy } = request;
  if (!needsTls(request) && proxy.kind === 'environment') return [];
  return [
    `\ttransport := http.DefaultTransport.(*http.Transport).Clone()`,
    ...(needsTls(request) ? tlsLines(tls) : []),
    ...(proxy.kind === 'none' ? [`\ttransport.Proxy = nil`] : []),
    ...(proxy.kind === 'url'
      ? [
          `\tproxy, err := url.Parse(${goText(proxy.url)})`,
          `\tcheck(err)`,
          `\ttransport.Proxy = http.ProxyURL(proxy)`,
        ]
      : []),
    ``,
  ];
}

function tlsLines(tls: SnippetRequest['tls']): readonly string[] {
  const fields: readonly Field[] = [
    ...(tls.verifiesCertificate ? [] : [['InsecureSkipVerify', 'true'] as const]),
    ...(tls.hasAuthorities ? [['RootCAs', 'authorities'] as const] : []),
    ...(tls.hasClientCertificate ? [['Certificates', '[]tls.Certificate{certificate}'] as const] : []),
    ...(tls.serverName === '' ? [] : [['ServerName', doubleQuoted(tls.serverName)] as const]),
  ];
  return [
    ...(tls.hasAuthorities
      ? [
          `\tauthorities, err := x509.SystemCertPool()`,
          `\tcheck(err)`,
          `\tpem, err := os.ReadFile("${CA_FILE}")`,
          `\tcheck(err)`,
          `\tauthorities.AppendCertsFromPEM(pem)`,
        ]
      : []),
    ...(tls.hasClientCertificate
      ? [
          `\tcertificate, err := tls.LoadX509KeyPair("${CERTIFICATE_FILE}", "${tls.keyPassphrase === null ? KEY_FILE : PLAIN_KEY_FILE}")`,
          `\tcheck(err)`,
        ]
      : []),
    `\ttransport.TLSClientConfig = &tls.Config{`,
    ...fieldLines(fields),
    `\t}`,
  ];
}

/** A composite literal of nothing goes on one line, as gofmt has it; better is none. */
function dialLines(options: readonly Field[]): readonly string[] {
  const dial = `\tconn, _, err := websocket.Dial(opening, endpoint, `;
  return options.length === 0
    ? [`${dial}nil)`]
    : [`${dial}&websocket.DialOptions{`, ...fieldLines(options), `\t})`];
}

function dialOptions(
  { subprotocols, offersCompression }: SnippetRequest,
  { hasHeaders, hasTransport }: { readonly hasHeaders: boolean; readonly hasTransport: boolean },
): readonly Field[] {
  const offered = subprotocols.map(({ value }) => goText(value));
  return [
    ...(hasTransport ? [['HTTPClient', '&http.Client{Transport: transport}'] as const] : []),
    ...(hasHeaders ? [['HTTPHeader', 'header'] as const] : []),
    ...(offered.length === 0 ? [] : [['Subprotocols', `[]string{${offered.join(', ')}}`] as const]),
    ...(offersCompression ? [['CompressionMode', 'websocket.CompressionContextTakeover'] as const] : []),
  ];
}

/** As gofmt lines them up. */
function fieldLines(fields: readonly Field[]): readonly string[] {
  const width = Math.max(0, ...fields.map(([name]) => name.length)) + 2;
  return fields.map(([name, value]) => `\t\t${`${name}:`.padEnd(width)}${value},`);
}

function duration(ms: number): string {
  return ms % 1000 === 0 ? `${ms / 1000}*time.Second` : `${ms}*time.Millisecond`;
}

function sendLines(message: SnippetMessage): readonly string[] {
  if (message.kind === 'text') {
    return [
      `\tmessage := ${goText(message.text)}`,
      `\tcheck(conn.Write(ctx, websocket.MessageText, []byte(message)))`,
    ];
  }
  return [
    `\tmessage, err := base64.StdEncoding.DecodeString("${encodeBase64(message.bytes)}")`,
    `\tcheck(err)`,
    `\tcheck(conn.Write(ctx, websocket.MessageBinary, message))`,
  ];
}

const CHECK_LINES: readonly string[] = [
  `func check(err error) {`,
  `\tif err != nil {`,
  `\t\tlog.Fatal(err)`,
  `\t}`,
  `}`,
];

const SECRET_LINES: readonly string[] = [
  ``,
  `func secret(name string) string {`,
  `\tvalue := os.Getenv(name)`,
  `\tif value == "" {`,
  `\t\tlog.Fatalf("set the environment variable %s", name)`,
  `\t}`,
  `\treturn value`,
  `}`,
];

/** String literals and secrets, one behind the other. */
function goText(text: SnippetText): string {
  return text
    .map((part) => (part.kind === 'text' ? doubleQuoted(part.text) : read(part.variable)))
    .join(' + ');
}

/** Among arguments, gofmt takes the space from around the plus. */
function goHeader(text: SnippetText): string {
  return text.map((part) => (part.kind === 'text' ? latin1Quoted(part.text) : read(part.variable))).join('+');
}

function read(variable: string): string {
  return `secret("${variable}")`;
}

/** A literal of the bytes that Postern sends: in a header, a letter up to U+00FF is one. */
function latin1Quoted(text: string): string {
  const inner = text
    .replaceAll(/[\\"]/g, String.raw`\$&`)
    .replaceAll(/[^ -~]/g, (sign) => String.raw`\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `"${inner}"`;
}
