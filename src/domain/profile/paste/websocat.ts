import {
  flag,
  leftOut,
  leftOutValued,
  silent,
  silentValued,
  valued,
  type CommandOption,
} from './commandOption.ts';

const PAGE_TAKES_MESSAGES = 'messages are sent from the composer.';

/** The options of websocat 1 that a client uses. */
export const WEBSOCAT_OPTIONS: readonly CommandOption[] = [
  valued('-H --header', (draft, line) => draft.takeHeader(line)),
  valued('--protocol', (draft, list) => draft.takeSubprotocols(list)),
  valued('--origin', (draft, origin) => {
    draft.origin = origin;
  }),
  flag('-k --insecure', (draft) => {
    draft.verifiesCertificate = false;
  }),
  valued('--basic-auth', (draft, credentials) => {
    // Documented as base64 and used as user:password: a colon, which base64 never has, tells which.
    if (credentials.includes(':')) draft.takeBasicAuth(credentials);
    else draft.takeHeader(`Authorization: Basic ${credentials}`);
  }),
  valued('--ws-c-uri', (draft, url) => draft.takeUrl(url)),
  leftOutValued('--basic-auth-file', 'this page cannot read files by name.'),
  leftOutValued(
    '--client-pkcs12-der --pkcs12-der',
    'choose the certificate as PEM under Options, Client certificate.',
  ),
  leftOutValued(
    '--client-pkcs12-passwd --pkcs12-passwd',
    'choose the certificate as PEM under Options, Client certificate.',
  ),
  leftOutValued('--tls-domain', 'enter it under Options, Server name.'),
  leftOutValued('--socks5', 'Postern uses HTTP proxies only.'),
  leftOutValued('--websocket-version', 'Postern speaks version 13, the only one in use.'),
  leftOutValued('--ping-interval', 'send pings from the composer.'),
  leftOutValued('--ping-timeout', 'the connection stays open without a pong.'),
  leftOut('-s --server-mode', 'Postern connects, it does not listen.'),
  leftOut('--jsonrpc', PAGE_TAKES_MESSAGES),
  leftOut('-b --binary', 'the composer sends binary where you choose it.'),
  ...silent(
    '-v -q -t --text -n --no-close -E --exit-on-eof -1 --one-message -u --unidirectional -S --strict',
  ),
  ...silent(
    '-U --unidirectional-reverse -0 --null-terminated --no-line --linemode-strip-newlines --base64 --print-ping-rtts --oneshot',
  ),
  ...silentValued('-B --buffer-size --max-messages --max-messages-rev --queue-len'),
];
