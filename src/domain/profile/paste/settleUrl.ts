import { decodePercent } from '../../format/decodePercent.ts';
import { isLoopbackHost } from '../isLoopbackHost.ts';
import { fillText } from '../variables/fillText.ts';
import type { VariableLookup } from '../variables/variableLookup.ts';
import type { PasteDraft } from './pasteDraft.ts';
import { parseUrl } from '../../format/parseUrl.ts';

/** Makes the draft's URL one that can be dialled, noting what it changed. Returns a sentence when nothing can. */
export function settleUrl(draft: PasteDraft): string | null {
  // The scheme is the variable's to say.
  if (draft.url?.startsWith('{{') === true) return null;
  const [, scheme = '', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(draft.url ?? '') ?? [];
  const settled = settleScheme(draft, scheme.toLowerCase(), rest);
  if (settled === null) return `${scheme}:// is not a WebSocket scheme: the URL begins with wss:// or ws://.`;
  draft.url = takeUserInfo(draft, dropFragment(draft, `${settled}://${rest}`));
  if (/^wss?:\/\/(?:[/?#\\]|:|$)/.test(draft.url)) return 'The URL has no host: write it after the scheme.';
  if (parseUrl(fillText(draft.url, ANY_VALUE).text) === null)
    return 'This is not a URL that can be dialled: check the host and the port.';
  return null;
}

/** A host, a port and a part of a path. */
const ANY_VALUE: VariableLookup = () => ({ text: '0', isSecret: false });

function settleScheme(draft: PasteDraft, scheme: string, rest: string): 'ws' | 'wss' | null {
  switch (scheme) {
    case 'ws':
    case 'wss':
      return scheme;
    case 'https':
      draft.note('https:// was changed to wss://: the same host and port, for WebSocket.');
      return 'wss';
    case 'http':
      draft.note('http:// was changed to ws://: the same host and port, for WebSocket.');
      return 'ws';
    case '':
      return addScheme(draft, rest);
    default:
      return null;
  }
}

/** A gateway has TLS; a server on this machine seldom has. */
function addScheme(draft: PasteDraft, rest: string): 'ws' | 'wss' {
  const parsed = parseUrl(`ws://${rest}`);
  if (parsed !== null && isLoopbackHost(parsed.hostname)) {
    draft.note('ws:// was added, since the host is this machine. Write wss:// for TLS.');
    return 'ws';
  }
  draft.note('wss:// was added. Write ws:// for a server without TLS.');
  return 'wss';
}

function dropFragment(draft: PasteDraft, url: string): string {
  const hash = url.indexOf('#');
  if (hash === -1) return url;
  draft.note('The part from # on was left out: a WebSocket URL has no fragment.');
  return url.slice(0, hash);
}

/** Moves `user:password@` to the header that it stands for: browsers drop it, and a URL shows it to everyone. */
export function takeUserInfo(draft: PasteDraft, url: string): string {
  const [all, scheme = '', userInfo = ''] = /^([^/?#]*:\/\/)([^/?#]*)@/.exec(url) ?? [];
  if (all === undefined) return url;
  draft.takeBasicAuth(decodePercent(userInfo));
  draft.note('The user name and password were moved from the URL to an Authorization header.');
  return scheme + url.slice(all.length);
}
