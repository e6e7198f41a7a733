import {
  file,
  flag,
  leftOut,
  leftOutValued,
  silent,
  silentValued,
  valued,
  type CommandOption,
} from './commandOption.ts';
import { proxyUrl } from './proxyUrl.ts';

const NO_BODY = 'an opening handshake has no body.';
const OWN_RESOLVER = 'the companion connects to what the name resolves to.';
const NOT_SIGNED = 'Postern signs nothing. Paste a presigned URL instead.';

/** The options of curl that people and browsers ("Copy as cURL") write. */
export const CURL_OPTIONS: readonly CommandOption[] = [
  valued('--url', (draft, url) => draft.takeUrl(url)),
  valued('-H --header --proxy-header', (draft, line) => {
    // Without a value behind its colon, curl would leave the header out; so it writes an empty one with a semicolon.
    draft.takeHeader(line.replace(/^([^:;]+);$/, '$1:'));
  }),
  valued('-u --user', (draft, credentials) => {
    if (credentials.includes(':')) draft.takeBasicAuth(credentials);
    else draft.note('--user was left out: it has no password. Add an Authorization header.');
  }),
  valued('--oauth2-bearer', (draft, token) => draft.takeHeader(`Authorization: Bearer ${token}`)),
  valued('-b --cookie', (draft, cookies) => {
    if (cookies.includes('=')) draft.takeHeader(`Cookie: ${cookies}`);
    else draft.note('--cookie was left out: this page cannot read files by name.');
  }),
  valued('-A --user-agent', (draft, agent) => draft.takeHeader(`User-Agent: ${agent}`)),
  valued('-e --referer', (draft, referer) => draft.takeHeader(`Referer: ${referer}`)),
  flag('-k --insecure', (draft) => {
    draft.verifiesCertificate = false;
  }),
  valued('-x --proxy', (draft, proxy) => {
    draft.proxy = proxyUrl(proxy);
  }),
  valued('--noproxy', (draft, hosts) => {
    if (hosts === '*') draft.proxy = { kind: 'none' };
    else draft.note('--noproxy was left out: choose the proxy of this profile under Options.');
  }),
  file('--cacert', 'Certificate authorities'),
  file('-E --cert', 'Client certificate'),
  file('--key', 'Client key'),
  valued('--pass', (draft, passphrase) => {
    draft.passphrase = passphrase;
  }),
  leftOutValued('-U --proxy-user', 'write the user and password into the proxy URL under Options.'),
  leftOutValued('-d --data --data-raw --data-binary --data-ascii --data-urlencode --json -F --form', NO_BODY),
  leftOutValued('-T --upload-file', 'send the file from the composer once the connection is open.'),
  leftOutValued('--resolve --connect-to', OWN_RESOLVER),
  leftOutValued('--unix-socket --interface', OWN_RESOLVER),
  leftOutValued('--aws-sigv4', NOT_SIGNED),
  leftOutValued('-m --max-time --connect-timeout', 'set the time limits under Options.'),
  leftOutValued('--socks5 --socks5-hostname --socks4 --socks4a', 'Postern uses HTTP proxies only.'),
  leftOut('-L --location', 'redirects are shown, not followed.'),
  leftOut('-G --get', NO_BODY),
  ...silent('-i --include -N --no-buffer -v --verbose -s --silent -S --show-error -f --fail --compressed'),
  ...silent(
    '--http1.1 --http1.0 --http2 --http2-prior-knowledge -# --progress-bar -g --globoff -4 -6 -n --netrc -p --proxytunnel',
  ),
  ...silent('--tlsv1.2 --tlsv1.3 --ssl-no-revoke --no-progress-meter --no-keepalive --tr-encoding --raw'),
  ...silentValued(
    '-X --request -o --output -w --write-out -D --dump-header --tls-max --keepalive-time --retry',
  ),
];
