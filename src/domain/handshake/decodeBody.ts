import { decodeBase64 } from '../format/base64.ts';
import { formatJson } from '../format/parseJson.ts';
import { findHeader } from '../websocket/headerField.ts';
import { decodeCharset } from './decodeCharset.ts';
import type { UpgradeResponse } from './handshakeRecord.ts';
import { parseMediaType, type MediaType } from './mediaType.ts';

/** The body of a refusal, ready to show. HTML is text here: what a gateway sends is never rendered. */
export type DecodedBody =
  | { readonly kind: 'empty' }
  /** `text` is pretty, `raw` as it came. */
  | { readonly kind: 'json'; readonly text: string; readonly raw: string }
  | { readonly kind: 'text' | 'html' | 'xml'; readonly text: string }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array };

/**
 * Decodes the body by its content type, and by its beginning: gateways send JSON as `text/plain` and error pages
 * without any type. JSON that was cut, or is broken, is text.
 */
export function decodeBody(response: UpgradeResponse): DecodedBody {
  const bytes = bodyBytes(response);
  if (bytes.length === 0) return { kind: 'empty' };
  const mediaType = parseMediaType(findHeader(response.headers, 'Content-Type'));
  const raw = readText(bytes, mediaType, response.body?.isTruncated ?? false);
  if (raw === null) return { kind: 'binary', bytes };
  if (isJsonType(mediaType) || /^\s*[{[]/.test(raw)) {
    const formatted = formatJson(raw);
    if (formatted.ok) return { kind: 'json', text: formatted.text, raw };
  }
  return { kind: markupKind(mediaType, raw), text: raw };
}

/** A body that cannot be read as base64 cannot have come from the companion: there is nothing to show of it. */
function bodyBytes({ body }: UpgradeResponse): Uint8Array {
  const decoded = decodeBase64(body?.base64 ?? '');
  return decoded.ok ? decoded.bytes : new Uint8Array();
}

function readText(bytes: Uint8Array, mediaType: MediaType, isCut: boolean): string | null {
  if (isMedia(mediaType)) return null;
  const text = decodeCharset(bytes, mediaType.charset, isCut);
  if (text !== null || !mediaType.essence.startsWith('text/')) return text;
  // An old server's error page that names no charset, or the wrong one: HTTP's former default reads any byte.
  return decodeCharset(bytes, 'iso-8859-1', isCut);
}

function isJsonType({ essence }: MediaType): boolean {
  return essence === 'application/json' || essence === 'text/json' || essence.endsWith('+json');
}

function isMedia({ essence }: MediaType): boolean {
  return /^(?:image|audio|video|font)\//.test(essence) && !essence.endsWith('+xml');
}

function markupKind({ essence }: MediaType, text: string): 'text' | 'html' | 'xml' {
  if (essence === 'text/html') return 'html';
  if (essence === 'application/xml' || essence === 'text/xml' || essence.endsWith('+xml')) return 'xml';
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) return 'html';
  if (/^\s*<\?xml\b/.test(text)) return 'xml';
  return 'text';
}
