import { describe, expect, it } from 'vitest';
import { BARE, COMMON, FULL, sourceOf, textField } from './testing/exampleSources.ts';
import { toSnippetRequest } from './toSnippetRequest.ts';
import { writeCSharp } from './csharp.ts';

const RECEIVING = [
  'var buffer = new byte[64 * 1024];',
  'using var message = new MemoryStream();',
  'while (true)',
  '{',
  '    var part = await socket.ReceiveAsync(buffer, CancellationToken.None);',
  '    if (part.MessageType == WebSocketMessageType.Close) break;',
  '    message.Write(buffer, 0, part.Count);',
  '    if (!part.EndOfMessage) continue;',
  '    var bytes = message.ToArray();',
  '    var isText = part.MessageType == WebSocketMessageType.Text;',
  '    Console.WriteLine(isText ? Encoding.UTF8.GetString(bytes) : Convert.ToHexString(bytes));',
  '    message.SetLength(0);',
  '}',
  'await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);',
  'Console.WriteLine($"closed {socket.CloseStatus} {socket.CloseStatusDescription}");',
];

const SECRET = [
  'static string Secret(string name) =>',
  '    Environment.GetEnvironmentVariable(name)',
  '    ?? throw new InvalidOperationException($"Set the environment variable {name}.");',
];

describe('writeCSharp', () => {
  it('writes an endpoint that has nothing but its URL', () => {
    expect(writeCSharp(toSnippetRequest(BARE, false)).split('\n')).toEqual([
      'using System.Net.WebSockets;',
      'using System.Text;',
      '',
      'using var socket = new ClientWebSocket();',
      'socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();',
      '',
      'var url = new Uri("ws://127.0.0.1:8080/echo");',
      'using var opening = new CancellationTokenSource(TimeSpan.FromSeconds(55));',
      'await socket.ConnectAsync(url, opening.Token);',
      'Console.WriteLine($"open {socket.SubProtocol}");',
      '',
      ...RECEIVING,
      '',
    ]);
  });

  it('writes what most profiles have, a variable in place of the secret', () => {
    expect(writeCSharp(toSnippetRequest(COMMON, false)).split('\n')).toEqual([
      'using System.Net.WebSockets;',
      'using System.Text;',
      '',
      'using var socket = new ClientWebSocket();',
      'socket.Options.AddSubProtocol("json.webpubsub.azure.v1");',
      'socket.Options.SetRequestHeader("X-Tenant", "contoso");',
      'socket.Options.DangerousDeflateOptions = new WebSocketDeflateOptions();',
      '',
      'var url = new Uri($"wss://contoso.azure-api.net/chat?subscription-key={Secret("POSTERN_SUBSCRIPTION_KEY")}&room=it%27s");',
      'using var opening = new CancellationTokenSource(TimeSpan.FromSeconds(55));',
      'await socket.ConnectAsync(url, opening.Token);',
      'Console.WriteLine($"open {socket.SubProtocol}");',
      '',
      'byte[] sent = Encoding.UTF8.GetBytes("{\\"action\\":\\"echo\\",\\"data\\":\\"it’s\\"}");',
      'await socket.SendAsync(sent, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);',
      '',
      ...RECEIVING,
      '',
      ...SECRET,
      '',
    ]);
  });

  it('writes all that a profile can say, or that it is left out', () => {
    expect(writeCSharp(toSnippetRequest(FULL, false)).split('\n')).toEqual([
      '// ClientWebSocket refuses subprotocols that are not tokens or stand twice. Left out: a b.',
      '// ClientWebSocket always asks for the certificate of the host in the URL. Left out: inner.example.',
      '// A user and password in the URL of a proxy are not read: set Credentials of the WebProxy.',
      'using System.Net;',
      'using System.Net.Security;',
      'using System.Net.WebSockets;',
      'using System.Security.Cryptography.X509Certificates;',
      'using System.Text;',
      '',
      'using var socket = new ClientWebSocket();',
      'socket.Options.AddSubProtocol("chat");',
      'socket.Options.SetRequestHeader("Origin", "https://app.example");',
      'socket.Options.SetRequestHeader("Authorization", Secret("POSTERN_AUTHORIZATION"));',
      'socket.Options.SetRequestHeader("X-Trace", "1, 2");',
      'var authorities = new X509Certificate2Collection();',
      'authorities.ImportFromPemFile("ca.pem");',
      'socket.Options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>',
      '{',
      '    if (errors != SslPolicyErrors.RemoteCertificateChainErrors) return errors == SslPolicyErrors.None;',
      '    chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;',
      '    chain.ChainPolicy.CustomTrustStore.AddRange(authorities);',
      '    return chain.Build((X509Certificate2)certificate!);',
      '};',
      'socket.Options.ClientCertificates.Add(X509Certificate2.CreateFromEncryptedPemFile("client.pem", Secret("POSTERN_CLIENT_KEY_PASSPHRASE"), "client-key.pem"));',
      'socket.Options.Proxy = new WebProxy(Secret("POSTERN_PROXY_URL"));',
      '',
      'var url = new Uri($"wss://gateway.example/v1?apikey={Secret("POSTERN_APIKEY")}");',
      'using var opening = new CancellationTokenSource(TimeSpan.FromSeconds(10.5));',
      'await socket.ConnectAsync(url, opening.Token);',
      'Console.WriteLine($"open {socket.SubProtocol}");',
      '',
      'byte[] sent = Convert.FromBase64String("AP8Q");',
      'await socket.SendAsync(sent, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);',
      '',
      ...RECEIVING,
      '',
      ...SECRET,
      '',
    ]);
  });

  it('leaves out a header that it would refuse, since it has a letter beyond ASCII', () => {
    const source = sourceOf({
      url: 'wss://a.example/',
      headers: [textField('X-City', 'Zürich'), textField('X-Plain', 'Bern')],
    });
    const code = writeCSharp(toSnippetRequest(source, false));
    expect(code).toContain('// ClientWebSocket refuses headers with letters beyond ASCII. Left out: X-City.');
    expect(code.split('\n').filter((line) => line.includes('SetRequestHeader'))).toEqual([
      'socket.Options.SetRequestHeader("X-Plain", "Bern");',
    ]);
  });
});
