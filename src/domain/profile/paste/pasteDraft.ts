import type { ConnectOptions } from '../../connection/connectionRequest.ts';
import { encodeBase64 } from '../../format/base64.ts';
import type { HeaderField } from '../../handshake/handshakeRecord.ts';
import { isForbiddenRequestHeader } from '../../websocket/headerField.ts';
import { isHeaderOfBrowser, noteHeadersOfBrowser } from '../browserHeaders.ts';
import { parseList } from '../../websocket/token.ts';

/** A header or query parameter, with what its source says of it beside. */
export interface PastedField extends HeaderField {
  /** `true` when not said. */
  readonly isEnabled?: boolean;
  /** Whether it is a secret even where neither name nor value looks like one. */
  readonly isSecret?: boolean;
}

/** What a command line asks for, as far as reading it has come. Secrets still stand in it in the clear. */
export class PasteDraft {
  /** As written; may lack its scheme. */
  url: string | null = null;
  headers: PastedField[] = [];
  /** Those that do not stand in the URL. */
  readonly parameters: PastedField[] = [];
  readonly subprotocols: string[] = [];
  origin: string | null = null;
  verifiesCertificate = true;
  passphrase = '';
  proxy: ConnectOptions['proxy'] | null = null;
  /** Whether it has the key of a handshake, which nobody writes who asks for one. */
  #hasHandshake = false;
  /** What was changed, and what was left out: sentences. */
  readonly notes: string[] = [];

  note(sentence: string): void {
    if (!this.notes.includes(sentence)) this.notes.push(sentence);
  }

  /** Takes the first URL; a tool given two would open two connections. */
  takeUrl(url: string): void {
    if (this.url === null || this.url.startsWith('$')) this.url = url;
    else this.note(`“${url}” was left out: a profile has one URL.`);
  }

  /** Takes `Name: value`. What the opening handshake makes by itself goes silently; Origin and subprotocols have places of their own. */
  takeHeader(line: string, flags: Pick<PastedField, 'isEnabled' | 'isSecret'> = {}): void {
    const colon = line.indexOf(':');
    if (colon <= 0) {
      this.note(`The header “${line}” was left out: it has no “name: value”.`);
      return;
    }
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    const lowerCase = name.toLowerCase();
    if (lowerCase === 'origin') this.origin = value;
    else if (lowerCase === 'sec-websocket-protocol') this.takeSubprotocols(value);
    else if (isMadeByPostern(lowerCase)) this.#hasHandshake ||= lowerCase === 'sec-websocket-key';
    else if (isForbiddenRequestHeader(name) !== null)
      this.note(`The header ${name} was left out: ${isForbiddenRequestHeader(name)}`);
    else this.headers.push({ name, value, ...flags });
  }

  /** Takes out what a browser sends by itself, where this is the handshake of one: “Copy as cURL” copies all of it. */
  leaveHeadersOfBrowser(): void {
    const agent = this.headers.find(({ name }) => name.toLowerCase() === 'user-agent');
    if (!this.#hasHandshake || !BROWSER.test(agent?.value ?? '')) return;
    const left = this.headers.filter(({ name }) => isHeaderOfBrowser(name));
    if (left.length === 0) return;
    this.headers = this.headers.filter((header) => !left.includes(header));
    this.note(noteHeadersOfBrowser(left.map(({ name }) => name)));
  }

  takeSubprotocols(list: string): void {
    this.subprotocols.push(...parseList(list));
  }

  /** Takes `user:password`. */
  takeBasicAuth(credentials: string): void {
    const value = `Basic ${encodeBase64(new TextEncoder().encode(credentials))}`;
    this.headers.push({ name: 'Authorization', value });
  }
}

/** How every browser begins what it says of itself. */
const BROWSER = /^Mozilla\/5\.0 /;

/** The headers of the handshake itself, and the host, which follows from the URL. */
function isMadeByPostern(lowerCaseName: string): boolean {
  return (
    ['host', 'connection', 'upgrade'].includes(lowerCaseName) || lowerCaseName.startsWith('sec-websocket-')
  );
}
