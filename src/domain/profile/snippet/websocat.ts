import { canBeArgument } from './canBeArgument.ts';
import { leftOutBy } from './leftOut.ts';
import { shellCommand, shellString, shellWord } from './shell.ts';
import { CA_FILE, CERTIFICATE_FILE, KEY_FILE } from './snippetRequest.ts';
import type { SnippetMessage, SnippetRequest } from './snippetRequest.ts';
import { joinTexts, mergeParts, plainText, type SnippetText } from './snippetText.ts';

const PKCS12_FILE = 'client.p12';

/** websocat 1. The URL goes first and headers are given with `=`: without, one takes every word that follows. */
export function writeWebsocat(request: SnippetRequest): string {
  const { url, headers, origin, subprotocols, tls, pingEveryMs, message } = request;
  const line = message === null ? null : lineOf(message);
  const sentences = [
    ...leftOutBy(request, 'websocat 1', ['compression', 'server-name', 'proxy', 'time-limits']),
    ...(tls.hasClientCertificate
      ? [
          `${PKCS12_FILE} is made with: openssl pkcs12 -export -in ${CERTIFICATE_FILE} -inkey ${KEY_FILE} -out ${PKCS12_FILE}`,
        ]
      : []),
    ...(message !== null && line === null
      ? ['websocat sends a line as a message. The message has several or is binary, and is left out.']
      : []),
  ];
  const offered = joinTexts(
    subprotocols.map(({ value }) => value),
    ', ',
  );
  const args = [
    shellWord(url),
    ...(offered.length === 0 ? [] : [`--protocol ${shellWord(offered)}`]),
    ...(origin === null ? [] : [`--origin ${shellString(origin)}`]),
    ...(tls.verifiesCertificate ? [] : ['--insecure']),
    ...(tls.hasClientCertificate ? [`--client-pkcs12-der ${PKCS12_FILE}`] : []),
    ...(tls.hasClientCertificate && tls.keyPassphrase !== null
      ? [`--client-pkcs12-passwd ${shellWord(tls.keyPassphrase)}`]
      : []),
    ...(pingEveryMs === null ? [] : [`--ping-interval=${wholeSeconds(pingEveryMs)}`]),
    ...headers.map(({ name, value }) => `--header=${shellWord([...plainText(`${name}: `), ...value])}`),
    ...(line === null ? [] : ['--no-close', '--linemode-strip-newlines', `<<< ${shellWord(line)}`]),
  ];
  // OpenSSL reads its authorities from there.
  const tool = tls.hasAuthorities ? `SSL_CERT_FILE=${CA_FILE} websocat` : 'websocat';
  return shellCommand(tool, args, sentences);
}

/** It takes no fractions. */
function wholeSeconds(ms: number): number {
  return Math.max(1, Math.round(ms / 1000));
}

/** The message as a line of the standard input; `null` where it is none. */
function lineOf(message: SnippetMessage): SnippetText | null {
  if (message.kind === 'binary') return null;
  const text = mergeParts(message.text);
  const hasBreak = text.some((part) => part.kind === 'text' && /[\r\n]/.test(part.text));
  return hasBreak || !canBeArgument(text) ? null : text;
}
