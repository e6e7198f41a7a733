import { isLoopbackHost } from '../../profile/isLoopbackHost.ts';
import { findHeader } from '../../websocket/headerField.ts';
import type { AnswerRule, Seen } from '../answerRule.ts';
import { fixBy } from '../fixAction.ts';
import { parseUrl } from '../../format/parseUrl.ts';

/** Hosts that do nothing but identify people. */
const IDENTITY_HOSTS =
  /(?:^|\.)(?:login\.microsoftonline\.(?:com|us|de)|login\.partner\.microsoftonline\.cn|login\.windows\.net|login\.live\.com|b2clogin\.com|ciamlogin\.com|accounts\.google\.com|okta\.com|oktapreview\.com|auth0\.com|amazoncognito\.com|onelogin\.com|pingone\.(?:com|eu)|pingidentity\.com|cloudflareaccess\.com|duosecurity\.com|jumpcloud\.com)$/i;

/** Paths of login pages: whole words of a path, as in `/oauth2/authorize` or `/users/sign_in`. */
const LOGIN_PATH =
  /\/(?:login|log-in|signin|sign-in|sign_in|sso|saml2?|adfs|cas|oauth2?|openid-connect|authorize|authenticate)(?:[/.?;]|$)/i;

const PASSWORD_FIELD = /<input\b[^>]*\btype\s*=\s*["']?password\b/i;
const LOGIN_FORM = /<form\b[^>]*\baction\s*=\s*["'][^"']*(?:login|signin|sign_in|saml|oauth|authorize)/i;

/** How nginx and what is made of it, Go, Apache and Tomcat say that their port speaks TLS. */
const PLAIN_HTTP =
  /plain HTTP request was sent to HTTPS port|sent an HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port|combination of host and port requires TLS/i;

/** RFC 6585 section 6. */
const NETWORK_AUTHENTICATION_REQUIRED = 511;
/** Hotspots describe themselves so (WISPr), or by what they call their pages. */
const CAPTIVE_BODY = /<WISPAccessGatewayParam|captive[ -]?portal|<LoginURL>/i;
const CAPTIVE_HOST = /(?:^|[.-])(?:captive|captiveportal|hotspot|wifi|wlan|guest|portal)(?:[.-]|$)/i;

/** Pages that answer in the place of any API. A standard speaks for the status 511 alone; the rest is inferred. */
export const PAGE_RULES: readonly AnswerRule[] = [
  {
    id: 'front-tls-expected',
    status: [400],
    body: PLAIN_HTTP,
    quotes: ['Server'],
    title: 'The port speaks TLS, and got plain HTTP.',
    confidence: 'observed',
    fixes: ({ url }) =>
      url.protocol === 'ws:'
        ? [fixBy({ kind: 'set-scheme', scheme: 'wss' }, 'Use wss:// instead of ws://.')]
        : [
            'Let the proxy that ends TLS before the service speak TLS to it too (https:// or wss://), or send it to the service’s port for plain HTTP.',
          ],
    source: 'what servers answer to plain HTTP on their port for TLS',
  },
  {
    id: 'front-captive-portal',
    when: isCaptivePortal,
    quotes: ['Location', 'Server'],
    title: 'A captive portal of this network answered, not the gateway.',
    confidence: 'inferred',
    fixes: [
      'Open any http:// page in a browser, accept the network’s terms or log in there, and try again.',
      'Or use another network, or your VPN.',
    ],
    source: 'RFC 6585 section 6, and what hotspots usually answer',
  },
  {
    id: 'front-login-redirect',
    status: [301, 302, 303, 307, 308],
    when: (seen) => isLoginPage(locationOf(seen), seen.url),
    quotes: ['Location', 'Server'],
    title: 'A login stands before the API: the handshake was sent to a login page.',
    confidence: 'inferred',
    fixes: [
      'Exempt the WebSocket path from the login in whatever stands before the API: it is made for people with browsers, not for programs.',
      'Or send what the login wants: usually a session cookie, which a browser sends by itself on the same site, or a bearer token in a header.',
    ],
    source: 'what logins usually answer',
  },
  {
    id: 'front-google-iap',
    header: ['X-Goog-IAP-Generated-Response', /./],
    quotes: ['WWW-Authenticate'],
    title: 'Google’s Identity-Aware Proxy refused before the gateway was asked.',
    confidence: 'documented',
    fixes: [
      'Send an ID token for the proxy’s client as Authorization or Proxy-Authorization: Bearer …, in the Companion transport.',
      'Or take the backend service of the API out of the Identity-Aware Proxy.',
    ],
    source: 'the header that the proxy documents',
  },
  {
    id: 'front-login-page',
    when: ({ answer }) => answer.isHtml && (PASSWORD_FIELD.test(answer.text) || LOGIN_FORM.test(answer.text)),
    quotes: ['Content-Type', 'Server'],
    title: 'A login page answered in the place of the API.',
    confidence: 'inferred',
    fixes: [
      'Exempt the WebSocket path from the login in whatever stands before the API.',
      'Or send what the login wants: usually a session cookie or a bearer token in a header, in the Companion transport.',
    ],
    source: 'what logins usually answer',
  },
  {
    id: 'front-static-site',
    status: [200],
    when: ({ answer }) => answer.isHtml || isObjectStore(answer.response.headers),
    quotes: ['Content-Type', 'Server', 'Cache-Control'],
    title: 'A web page stands at this address, not a WebSocket service.',
    confidence: 'inferred',
    fixes: [
      'Check host and path: a site for browsers often lives on another host than its API, and answers every unknown path with its start page.',
      'If the path is right, whatever stands before the service does not pass the upgrade on.',
    ],
    source: 'RFC 9110 section 15.3.1: an upgrade that is ignored is answered as a GET',
  },
];

function isCaptivePortal(seen: Seen): boolean {
  const { answer, url } = seen;
  if (answer.status === NETWORK_AUTHENTICATION_REQUIRED) return true;
  if (CAPTIVE_BODY.test(answer.text)) return true;
  const location = locationOf(seen);
  return (
    location !== null &&
    location.hostname !== url.hostname &&
    (isPrivateAddress(location.hostname) || CAPTIVE_HOST.test(location.hostname)) &&
    !isPrivateAddress(url.hostname) &&
    !isLoopbackHost(url.hostname) &&
    !isSameSite(location.hostname, url.hostname)
  );
}

function isLoginPage(location: URL | null, url: URL): boolean {
  if (location === null) return false;
  return (
    IDENTITY_HOSTS.test(location.hostname) ||
    (LOGIN_PATH.test(location.pathname) && !LOGIN_PATH.test(url.pathname))
  );
}

function locationOf({ answer, url }: Seen): URL | null {
  const location = findHeader(answer.response.headers, 'Location');
  const from = url.href.replace(/^ws/, 'http');
  return location === null ? null : parseUrl(location, from);
}

/** RFC 1918 and RFC 3927: where a portal's own box lives. */
function isPrivateAddress(hostname: string): boolean {
  return /^(?:10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)[\d.]+$/.test(hostname);
}

/** The last two labels in common: an API's own `portal.example.com` is no captive one. */
function isSameSite(one: string, other: string): boolean {
  const siteOf = (hostname: string) => hostname.split('.').slice(-2).join('.');
  return siteOf(one) === siteOf(other);
}

function isObjectStore(headers: Seen['answer']['response']['headers']): boolean {
  return /^(?:AmazonS3|Windows-Azure-Blob|UploadServer|GitHub\.com|Netlify|Vercel)/i.test(
    findHeader(headers, 'Server') ?? '',
  );
}
