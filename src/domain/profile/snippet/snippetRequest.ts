import type { ExpectedOutcome } from '../../expectation/expectation.ts';
import type { HeaderField, Transport } from '../../handshake/handshakeRecord.ts';
import { joinTexts, type SnippetText } from './snippetText.ts';

/** What a snippet connects to and sends first, its secrets in place or left to the environment. */
export interface SnippetRequest {
  readonly transport: Transport;
  readonly url: SnippetText;
  readonly isSecure: boolean;
  readonly headers: readonly SnippetHeader[];
  /** `null` for none. */
  readonly origin: string | null;
  readonly subprotocols: readonly SnippetSubprotocol[];
  readonly tls: SnippetTls;
  readonly proxy:
    | { readonly kind: 'environment' }
    | { readonly kind: 'none' }
    | { readonly kind: 'url'; readonly url: SnippetText };
  readonly offersCompression: boolean;
  /** How long the opening may take, all steps together, ms. */
  readonly openingMs: number;
  /** Of it, until TLS stands, ms. */
  readonly connectingMs: number;
  /** Whether the person has set a time limit of their own. */
  readonly hasOwnLimits: boolean;
  /** How often a Ping goes out, for clients that can do that by themselves; `null` for never. */
  readonly pingEveryMs: number | null;
  /** What is sent once the connection is open; `null` for nothing. */
  readonly message: SnippetMessage | null;
  /** What is expected of the endpoint: a test looks whether it is so. */
  readonly expectations: readonly SnippetExpectation[];
  /** What is sent behind `message`, since a message is expected after it. */
  readonly awaited: readonly SnippetMessage[];
  /** On what every snippet leaves out: sentences. */
  readonly notes: readonly string[];
}

export interface SnippetHeader {
  readonly name: HeaderField['name'];
  readonly value: SnippetText;
}

export interface SnippetSubprotocol {
  readonly value: SnippetText;
  /** A token that stands in the list once, as RFC 6455 section 4.1 wants it and many clients insist on. */
  readonly isRegular: boolean;
}

export interface SnippetTls {
  readonly verifiesCertificate: boolean;
  /** Trusts authorities of its own, out of `CA_FILE`. */
  readonly hasAuthorities: boolean;
  /** Presents a certificate, out of `CERTIFICATE_FILE` and `KEY_FILE`. */
  readonly hasClientCertificate: boolean;
  /** `null` where the key has none. */
  readonly keyPassphrase: SnippetText | null;
  /** Empty for the host of the URL. */
  readonly serverName: string;
}

export type SnippetMessage =
  | { readonly kind: 'text'; readonly text: SnippetText }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array };

export interface SnippetExpectation {
  readonly expected: ExpectedOutcome;
  /** Why no test can tell: a part of a sentence; `null` where it may. */
  readonly obstacle: string | null;
}

/** The files that stand for what is kept in the profile as PEM. */
export const CA_FILE = 'ca.pem';
export const CERTIFICATE_FILE = 'client.pem';
export const KEY_FILE = 'client-key.pem';

/**
 * Headers of one name as one, for clients that have a map of them: the same to a server (RFC 7230 section 3.2.2). Cookies
 * have a separator of their own (RFC 6265 section 5.4).
 */
export function mergeHeaders(headers: readonly SnippetHeader[]): readonly SnippetHeader[] {
  const merged = new Map<string, SnippetHeader>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const same = merged.get(key);
    const separator = key === 'cookie' ? '; ' : ', ';
    merged.set(
      key,
      same === undefined
        ? { name, value }
        : { name: same.name, value: joinTexts([same.value, value], separator) },
    );
  }
  return [...merged.values()];
}

/** A secret counts as one: it is not known what stands for it. */
export function isAsciiHeader({ value }: SnippetHeader): boolean {
  return value.every((part) => part.kind === 'secret' || /^[\t -~]*$/.test(part.text));
}
