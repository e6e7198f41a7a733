import { encodeBase64 } from '../../format/base64.ts';
import { comments } from './comments.ts';
import { doubleQuoted } from './escapeText.ts';
import { leftOutBy } from './leftOut.ts';
import { CA_FILE, CERTIFICATE_FILE, KEY_FILE } from './snippetRequest.ts';
import type { SnippetMessage, SnippetRequest } from './snippetRequest.ts';
import type { SnippetText } from './snippetText.ts';
import { variablesOf } from './variablesOf.ts';

/** Go with github.com/coder/websocket 1.8, which the maintainers of nhooyr.io/websocket point to. */
export function writeGo(request: SnippetRequest): string {
  const { headers, origin, message, tls } = request;
  const transport = transportLines(request);
  const hasHeaders = headers.length > 0 || origin !== null;
  const sentences = [
    'go get github.com/coder/websocket',
    ...leftOutBy(request, 'Go', []),
    ...(tls.keyPassphrase === null
      ? []
      : [
          `Go reads no key with a passphrase. Take it away with: openssl pkey -in ${KEY_FILE} -out plain.pem`,
        ]),
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
    `\tconn, _, err := websocket.Dial(opening, endpoint, &websocket.DialOptions{`,
    ...dialOptionLines(request, { hasHeaders, hasTransport: transport.length > 0 }),
    `\t})`,
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
    ...headers.map(({ name, value }) => `\theader.Add(${doubleQuoted(name)}, ${goText(value, '+')})`),
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
      ? [`\tcertificate, err := tls.LoadX509KeyPair("${CERTIFICATE_FILE}", "${KEY_FILE}")`, `\tcheck(err)`]
      : []),
    `\ttransport.TLSClientConfig = &tls.Config{`,
    ...fieldLines(fields),
    `\t}`,
  ];
}

function dialOptionLines(
  { subprotocols, offersCompression }: SnippetRequest,
  { hasHeaders, hasTransport }: { readonly hasHeaders: boolean; readonly hasTransport: boolean },
): readonly string[] {
  const offered = subprotocols.map(({ value }) => goText(value));
  const fields: readonly Field[] = [
    ...(hasTransport ? [['HTTPClient', '&http.Client{Transport: transport}'] as const] : []),
    ...(hasHeaders ? [['HTTPHeader', 'header'] as const] : []),
    ...(offered.length === 0 ? [] : [['Subprotocols', `[]string{${offered.join(', ')}}`] as const]),
    ...(offersCompression ? [['CompressionMode', 'websocket.CompressionContextTakeover'] as const] : []),
  ];
  return fieldLines(fields);
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

/** String literals and secrets, one behind the other. Among arguments, gofmt takes the space from around the plus. */
function goText(text: SnippetText, plus: ' + ' | '+' = ' + '): string {
  return text
    .map((part) => (part.kind === 'text' ? doubleQuoted(part.text) : `secret("${part.variable}")`))
    .join(plus);
}
