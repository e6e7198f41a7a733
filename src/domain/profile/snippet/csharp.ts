import { encodeBase64 } from '../../format/base64.ts';
import { comments } from './comments.ts';
import { doubleQuoted, escapeInterpolated } from './escapeText.ts';
import { leftOutBy } from './leftOut.ts';
import { CA_FILE, CERTIFICATE_FILE, isAsciiHeader, KEY_FILE, mergeHeaders } from './snippetRequest.ts';
import type { SnippetMessage, SnippetRequest } from './snippetRequest.ts';
import { writeText, type SnippetPart, type SnippetText } from './snippetText.ts';
import { variablesOf } from './variablesOf.ts';

/** The program of a .NET 8 console project: `ClientWebSocket`, with implicit usings as its template has them. */
export function writeCSharp(request: SnippetRequest): string {
  const { url, message, proxy } = request;
  const sentences = [
    ...leftOutBy(request, 'ClientWebSocket', [
      'ascii-headers-only',
      'regular-subprotocols-only',
      'server-name',
    ]),
    ...(proxy.kind === 'url'
      ? ['A user and password in the URL of a proxy are not read: set Credentials of the WebProxy.']
      : []),
  ];
  return [
    ...comments('//', sentences),
    ...usings(request),
    ``,
    `using var socket = new ClientWebSocket();`,
    ...optionLines(request),
    ``,
    `var url = new Uri(${csharpText(url)});`,
    `using var opening = new CancellationTokenSource(TimeSpan.FromSeconds(${request.openingMs / 1000}));`,
    `await socket.ConnectAsync(url, opening.Token);`,
    `Console.WriteLine($"open {socket.SubProtocol}");`,
    ...(message === null ? [] : [``, ...sendLines(message)]),
    ``,
    ...RECEIVE_LINES,
    ...(variablesOf(request).length === 0 ? [] : SECRET_LINES),
    ``,
  ].join('\n');
}

function usings({ tls, proxy }: SnippetRequest): readonly string[] {
  return [
    ...(proxy.kind === 'url' ? ['System.Net'] : []),
    ...(tls.hasAuthorities && tls.verifiesCertificate ? ['System.Net.Security'] : []),
    'System.Net.WebSockets',
    ...(tls.hasAuthorities || tls.hasClientCertificate
      ? ['System.Security.Cryptography.X509Certificates']
      : []),
    'System.Text',
  ].map((namespace) => `using ${namespace};`);
}

function optionLines({
  headers,
  origin,
  subprotocols,
  tls,
  proxy,
  ...request
}: SnippetRequest): readonly string[] {
  return [
    ...subprotocols
      .filter(({ isRegular }) => isRegular)
      .map(({ value }) => `socket.Options.AddSubProtocol(${csharpText(value)});`),
    ...(origin === null ? [] : [`socket.Options.SetRequestHeader("Origin", ${doubleQuoted(origin)});`]),
    // A second header of one name would take the place of the first.
    ...mergeHeaders(headers.filter(isAsciiHeader)).map(
      ({ name, value }) => `socket.Options.SetRequestHeader(${doubleQuoted(name)}, ${csharpText(value)});`,
    ),
    ...(request.offersCompression
      ? ['socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();']
      : []),
    ...trustLines(tls),
    ...(tls.hasClientCertificate
      ? [`socket.Options.ClientCertificates.Add(${clientCertificate(tls)});`]
      : []),
    ...(proxy.kind === 'none' ? ['socket.Options.Proxy = null;'] : []),
    ...(proxy.kind === 'url' ? [`socket.Options.Proxy = new WebProxy(${csharpText(proxy.url)});`] : []),
  ];
}

function trustLines({ verifiesCertificate, hasAuthorities }: SnippetRequest['tls']): readonly string[] {
  if (!verifiesCertificate) {
    return ['socket.Options.RemoteCertificateValidationCallback = (_, _, _, _) => true;'];
  }
  if (!hasAuthorities) return [];
  return [
    `var authorities = new X509Certificate2Collection();`,
    `authorities.ImportFromPemFile("${CA_FILE}");`,
    `socket.Options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>`,
    `{`,
    `    if (errors != SslPolicyErrors.RemoteCertificateChainErrors) return errors == SslPolicyErrors.None;`,
    `    chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;`,
    `    chain.ChainPolicy.CustomTrustStore.AddRange(authorities);`,
    `    return chain.Build((X509Certificate2)certificate!);`,
    `};`,
  ];
}

function clientCertificate({ keyPassphrase }: SnippetRequest['tls']): string {
  return keyPassphrase === null
    ? `X509Certificate2.CreateFromPemFile("${CERTIFICATE_FILE}", "${KEY_FILE}")`
    : `X509Certificate2.CreateFromEncryptedPemFile("${CERTIFICATE_FILE}", ${csharpText(keyPassphrase)}, "${KEY_FILE}")`;
}

function sendLines(message: SnippetMessage): readonly string[] {
  const bytes =
    message.kind === 'text'
      ? `Encoding.UTF8.GetBytes(${csharpText(message.text)})`
      : `Convert.FromBase64String("${encodeBase64(message.bytes)}")`;
  const type = message.kind === 'text' ? 'Text' : 'Binary';
  return [
    `byte[] sent = ${bytes};`,
    `await socket.SendAsync(sent, WebSocketMessageType.${type}, endOfMessage: true, CancellationToken.None);`,
  ];
}

const RECEIVE_LINES: readonly string[] = [
  `var buffer = new byte[64 * 1024];`,
  `using var message = new MemoryStream();`,
  `while (true)`,
  `{`,
  `    var part = await socket.ReceiveAsync(buffer, CancellationToken.None);`,
  `    if (part.MessageType == WebSocketMessageType.Close) break;`,
  `    message.Write(buffer, 0, part.Count);`,
  `    if (!part.EndOfMessage) continue;`,
  `    var bytes = message.ToArray();`,
  `    var isText = part.MessageType == WebSocketMessageType.Text;`,
  `    Console.WriteLine(isText ? Encoding.UTF8.GetString(bytes) : Convert.ToHexString(bytes));`,
  `    message.SetLength(0);`,
  `}`,
  `await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);`,
  `Console.WriteLine($"closed {socket.CloseStatus} {socket.CloseStatusDescription}");`,
];

const SECRET_LINES: readonly string[] = [
  ``,
  `static string Secret(string name) =>`,
  `    Environment.GetEnvironmentVariable(name)`,
  `    ?? throw new InvalidOperationException($"Set the environment variable {name}.");`,
];

/** A string literal, or an interpolated one where a secret stands in the text. */
function csharpText(text: SnippetText): string {
  return writeText(text, {
    literal: doubleQuoted,
    secret: (variable) => `Secret("${variable}")`,
    mixed: (parts) => `$"${parts.map(interpolatedPart).join('')}"`,
  });
}

function interpolatedPart(part: SnippetPart): string {
  return part.kind === 'text' ? escapeInterpolated(part.text) : `{Secret("${part.variable}")}`;
}
