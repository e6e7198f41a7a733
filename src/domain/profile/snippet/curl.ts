import { leftOutBy } from './leftOut.ts';
import { shellCommand, shellHeader, shellString, shellWord } from './shell.ts';
import { CA_FILE, CERTIFICATE_FILE, KEY_FILE } from './snippetRequest.ts';
import type { SnippetHeader, SnippetRequest } from './snippetRequest.ts';
import { joinTexts, plainText, type SnippetText } from './snippetText.ts';

/** curl 8.11, the first in which WebSocket is no experiment: it opens the connection and prints what comes. */
export function writeCurl(request: SnippetRequest): string {
  const { url, isSecure, headers, origin, subprotocols, tls, proxy, message } = request;
  const offered = joinTexts(
    subprotocols.map(({ value }) => value),
    ', ',
  );
  const args = [
    '--include',
    '--no-buffer',
    ...(hasGlob(url) ? ['--globoff'] : []),
    shellWord(url),
    ...(offered.length === 0
      ? []
      : [`--header ${shellWord([...plainText('Sec-WebSocket-Protocol: '), ...offered])}`]),
    ...(origin === null ? [] : [`--header ${shellString(`Origin: ${origin}`)}`]),
    ...headers.map((header) => `--header ${shellHeader(headerLine(header))}`),
    ...(tls.verifiesCertificate ? [] : ['--insecure']),
    ...(tls.hasAuthorities ? [`--cacert ${CA_FILE}`] : []),
    ...(tls.hasClientCertificate ? [`--cert ${CERTIFICATE_FILE}`, `--key ${KEY_FILE}`] : []),
    ...(tls.keyPassphrase === null ? [] : [`--pass ${shellWord(tls.keyPassphrase)}`]),
    ...(proxy.kind === 'url' ? [`--proxy ${shellWord(proxy.url)}`] : []),
    // Without a tunnel, a proxy that is asked for http: makes a plain request of it.
    ...(proxy.kind === 'url' && !isSecure ? ['--proxytunnel'] : []),
    ...(proxy.kind === 'none' ? [`--noproxy '*'`] : []),
    ...(request.hasOwnLimits ? [`--connect-timeout ${request.connectingMs / 1000}`] : []),
  ];
  return shellCommand('curl', args, [
    'curl 8.11 or newer. It prints what the server sends.',
    ...leftOutBy(request, 'curl', ['compression', 'server-name']),
    ...(message === null ? [] : ['The message is left out.']),
  ]);
}

/** Brackets and braces in a URL stand for several URLs. */
function hasGlob(url: SnippetText): boolean {
  return url.some((part) => part.kind === 'text' && /[[\]{}]/.test(part.text));
}

/** Behind a colon and nothing, curl would take the header away; a semicolon sends it empty. */
function headerLine({ name, value }: SnippetHeader): SnippetText {
  const isEmpty = value.every((part) => part.kind === 'text' && part.text.trim() === '');
  return isEmpty ? plainText(`${name};`) : [...plainText(`${name}: `), ...value];
}
