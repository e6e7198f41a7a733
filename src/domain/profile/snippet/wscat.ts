import { leftOutBy } from './leftOut.ts';
import { shellCommand, shellString, shellWord } from './shell.ts';
import { CA_FILE, CERTIFICATE_FILE, KEY_FILE, mergeHeaders } from './snippetRequest.ts';
import type { SnippetRequest } from './snippetRequest.ts';
import { canBeArgument } from './canBeArgument.ts';
import { plainText } from './snippetText.ts';

/** wscat 6. It keeps the last of several headers of one name, so their values go together. */
export function writeWscat(request: SnippetRequest): string {
  const { url, headers, origin, subprotocols, tls, proxy, message } = request;
  const sentences = [
    ...leftOutBy(request, 'wscat', [
      'regular-subprotocols-only',
      'no-compression',
      'server-name',
      'time-limits',
    ]),
  ];
  const args = [
    `--connect ${shellWord(url)}`,
    ...subprotocols
      .filter(({ isRegular }) => isRegular)
      .map(({ value }) => `--subprotocol ${shellWord(value)}`),
    ...mergeHeaders(headers).map(
      ({ name, value }) => `--header ${shellWord([...plainText(`${name}: `), ...value])}`,
    ),
    ...(origin === null ? [] : [`--origin ${shellString(origin)}`]),
    ...(tls.verifiesCertificate ? [] : ['--no-check']),
    ...(tls.hasAuthorities ? [`--ca ${CA_FILE}`] : []),
    ...(tls.hasClientCertificate ? [`--cert ${CERTIFICATE_FILE}`, `--key ${KEY_FILE}`] : []),
    ...(tls.keyPassphrase === null ? [] : [`--passphrase ${shellWord(tls.keyPassphrase)}`]),
    ...(proxy.kind === 'url' ? [`--proxy ${shellWord(proxy.url)}`] : []),
  ];
  if (message === null) return shellCommand('wscat', args, sentences);
  if (message.kind === 'binary' || !canBeArgument(message.text)) {
    return shellCommand('wscat', args, [...sentences, 'wscat sends text only. The message is left out.']);
  }
  // With --execute it reads nothing from the keyboard; --wait keeps it open for what comes.
  const sending = [`--execute ${shellWord(message.text)}`, '--wait -1'];
  return shellCommand('wscat', [...args, ...sending], sentences);
}
