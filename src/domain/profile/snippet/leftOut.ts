import { isAsciiHeader, type SnippetRequest } from './snippetRequest.ts';
import { hasSecret, type SnippetText } from './snippetText.ts';

/** Something that a request may ask for and not every client can do. */
type Ability =
  | 'headers'
  | 'ascii-headers-only'
  | 'origin'
  | 'regular-subprotocols-only'
  | 'compression'
  | 'no-compression'
  | 'any-certificate'
  | 'authorities'
  | 'client-certificate'
  | 'server-name'
  | 'proxy'
  | 'no-proxy'
  | 'time-limits';

/** A sentence when the request asks for it, or `null`. Neither quotes nor apostrophes: shells read these too. */
const SENTENCES: Readonly<Record<Ability, (request: SnippetRequest, client: string) => string | null>> = {
  headers: ({ headers }, client) =>
    headers.length === 0
      ? null
      : `${client} cannot send headers of its own. Left out: ${headers.map(({ name }) => name).join(', ')}.`,
  'ascii-headers-only': ({ headers }, client) => {
    const others = headers.filter((header) => !isAsciiHeader(header));
    if (others.length === 0) return null;
    const list = others.map(({ name }) => name).join(', ');
    return `${client} refuses headers with letters beyond ASCII. Left out: ${list}.`;
  },
  origin: ({ origin }, client) =>
    origin === null ? null : `${client} sends the origin of its page. Left out: ${origin}.`,
  'regular-subprotocols-only': ({ subprotocols }, client) => {
    const irregular = subprotocols.filter(({ isRegular }) => !isRegular);
    if (irregular.length === 0) return null;
    const list = irregular.map(({ value }) => shown(value)).join(', ');
    return `${client} refuses subprotocols that are not tokens or stand twice. Left out: ${list}.`;
  },
  compression: ({ offersCompression }, client) =>
    offersCompression ? `${client} does not offer compression.` : null,
  'no-compression': ({ offersCompression }, client) =>
    offersCompression ? null : `${client} always offers compression.`,
  'any-certificate': ({ tls }, client) =>
    tls.verifiesCertificate ? null : `${client} always verifies the certificate.`,
  authorities: ({ tls }, client) =>
    tls.hasAuthorities ? `${client} trusts only the authorities of its own store.` : null,
  'client-certificate': ({ tls }, client) =>
    tls.hasClientCertificate ? `${client} presents only certificates that are installed in it.` : null,
  'server-name': ({ tls }, client) =>
    tls.serverName === ''
      ? null
      : `${client} always asks for the certificate of the host in the URL. Left out: ${tls.serverName}.`,
  proxy: ({ proxy }, client) =>
    proxy.kind === 'url' ? `${client} cannot be told to use an HTTP proxy here.` : null,
  'no-proxy': ({ proxy }, client) =>
    proxy.kind === 'none' ? `${client} cannot be told to go without a proxy here.` : null,
  'time-limits': ({ hasOwnLimits }, client) =>
    hasOwnLimits ? `${client} has no time limit for the opening handshake.` : null,
};

/** What a page can do is what browsers let it. */
export const OF_BROWSERS: readonly Ability[] = [
  'headers',
  'origin',
  'regular-subprotocols-only',
  'no-compression',
  'authorities',
  'client-certificate',
  'server-name',
  'proxy',
  'no-proxy',
  'time-limits',
];

/** On what the request asks for in vain, and on what every snippet leaves out: sentences. */
export function leftOutBy(
  request: SnippetRequest,
  client: string,
  inabilities: readonly Ability[],
): readonly string[] {
  const sentences = inabilities.flatMap((ability) => SENTENCES[ability](request, client) ?? []);
  const expectations = request.expectations.length === 0 ? [] : [EXPECTATIONS_LEFT_OUT];
  return [...sentences, ...request.notes, ...expectations];
}

const EXPECTATIONS_LEFT_OUT =
  'The expectations of the profile are left out: postern check judges them, and the code for Playwright tests them.';

function shown(text: SnippetText): string {
  return hasSecret(text)
    ? 'one that is a secret'
    : text.map((part) => ('text' in part ? part.text : '')).join('');
}
