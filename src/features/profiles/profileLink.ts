import { decodeBase64 } from '#domain/format/base64.ts';
import { encodeBase64Url } from '#domain/format/base64Url.ts';
import { environmentMembers, formatProfilesFile } from '#domain/profile/file/formatProfilesFile.ts';
import type { Environment } from '#domain/profile/environment.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { environmentsFor } from '#domain/profile/variables/environmentsFor.ts';
import { LINK_FRAGMENT } from './takeProfileLink.ts';

/**
 * A link that holds a profile, in its fragment, which browsers send to no server: the text of a profile's file, deflated
 * (RFC 1951), in base64url (RFC 4648 section 5). As a profile only names its secrets, it holds none. Their values can stand
 * behind it, sealed under a passphrase and bound to that very text: who changes where they would go opens nothing. They are
 * not deflated, so that nothing in them can expand.
 */

/** Characters of a fragment: some hundred times a profile's, and what mail and chat still pass on. */
const MAX_LINK_LENGTH = 64 * 1024;
/** A link is somebody else's: bytes that say nothing deflate to a thousandth. */
const MAX_LINK_TEXT_BYTES = 256 * 1024;

/** Between the two parts; no digit of either. */
const SECRETS_PART = '&secrets=';

/** A profile that no link can hold, or a link that holds none. The message is for the person at the page. */
export class ProfileLinkError extends Error {
  override readonly name = 'ProfileLinkError';
  readonly code: 'link-too-long' | 'link-broken';

  constructor(code: ProfileLinkError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Seals the values of secrets: `context` is what they are bound to. */
export type SealSecrets = (context: string) => Promise<string>;

/**
 * `pageUrl` is any address of this page; without `seal`, the link holds no value of a secret. Rejects with `ProfileLinkError`
 * when the profile is too long for a link.
 */
export async function writeProfileLink(
  pageUrl: string,
  profile: Profile,
  environments: readonly Environment[],
  seal: SealSecrets | null = null,
): Promise<string> {
  const members = environmentMembers(environmentsFor([profile], environments));
  const text = formatProfilesFile([profile], members);
  const bytes = await readBounded(
    new Blob([new TextEncoder().encode(text)]).stream().pipeThrough(deflated()),
  );
  const sealed = seal === null ? '' : SECRETS_PART + (await seal(text));
  const holding = encodeBase64Url(bytes) + sealed;
  if (holding.length > MAX_LINK_LENGTH) {
    throw new ProfileLinkError(
      'link-too-long',
      'This profile is too long for a link: its certificates or saved messages, most likely. Send it as a file.',
    );
  }
  return new URL(LINK_FRAGMENT + holding, pageUrl).href;
}

/** What a link holds, of which nothing has been looked at. */
export interface ProfileLink {
  /** The text of a file. */
  readonly text: string;
  /** The values of secrets, bound to `text`; `null` where the link has none. */
  readonly sealed: string | null;
}

/** Reads the fragment of a link. Rejects with `ProfileLinkError`. */
export async function readProfileLink(fragment: string): Promise<ProfileLink> {
  const holding = fragment.slice(LINK_FRAGMENT.length);
  if (holding.length > MAX_LINK_LENGTH) throw tooLong();
  const [digits = '', sealed = null, ...others] = holding.split(SECRETS_PART);
  const decoded = decodeBase64(digits);
  if (!decoded.ok || others.length > 0) throw broken();
  try {
    const bytes = await readBounded(new Blob([decoded.bytes]).stream().pipeThrough(inflated()));
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sealed };
  } catch (error) {
    throw error instanceof ProfileLinkError ? error : broken(error);
  }
}

/** All bytes of a stream, of which no more is read than a link may hold. */
async function readBounded(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > MAX_LINK_TEXT_BYTES) {
      void reader.cancel();
      throw tooLong();
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.byteLength;
  }
  return bytes;
}

function deflated(): ReadableWritablePair<Uint8Array, BufferSource> {
  return new CompressionStream('deflate-raw');
}

function inflated(): ReadableWritablePair<Uint8Array, BufferSource> {
  return new DecompressionStream('deflate-raw');
}

function tooLong(): ProfileLinkError {
  return new ProfileLinkError(
    'link-too-long',
    'This link holds more than any profile has. Nothing was taken from it.',
  );
}

function broken(cause?: unknown): ProfileLinkError {
  return new ProfileLinkError(
    'link-broken',
    'This link cannot be read: it has been cut or changed on its way. Ask for it once more, or for the profile as a file.',
    { cause },
  );
}
