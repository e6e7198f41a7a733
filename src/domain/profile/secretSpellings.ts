import { joinQuery } from './queryText.ts';

/** What WHATWG URL encodes in a path, and what would end it: it leaves `&` as it is, which a query does not. */
const NEEDS_ENCODING_IN_PATH = /[^\x21\x24\x25\x26-\x3b\x3d\x40-\x5b\x5d\x5f\x61-\x7a\x7c\x7e]/gu;

/** A value as it stands in plain text, in a query, in a path and in JSON. */
export function plainSpellings(value: string): readonly string[] {
  const inPath = wellFormed(value).replace(NEEDS_ENCODING_IN_PATH, encodeURIComponent);
  const inJson = JSON.stringify(value).slice(1, -1);
  return [...new Set([value, joinQuery([{ name: '', value }]), inPath, inJson])];
}

/** And as a form or a component of a URL: what a request may hold, and a server encode as a whole. */
export function sentSpellings(value: string): readonly string[] {
  return [...new Set([...plainSpellings(value), encodeURIComponent(wellFormed(value))])];
}

/** And as servers write it that send back what they were sent: encoded more, or twice, or for HTML. */
export function allSpellings(value: string): readonly string[] {
  const plain = plainSpellings(value);
  const asComponent = encodeURIComponent(wellFormed(value));
  const inJson = JSON.stringify(value).slice(1, -1);
  return [
    ...new Set([
      ...plain,
      asComponent,
      asComponent.replaceAll('%20', '+'),
      ...[...plain, asComponent].flatMap((spelling) => [
        lowerCased(spelling),
        encodeURIComponent(wellFormed(spelling)),
      ]),
      inJson.replaceAll('/', String.raw`\/`),
      inAscii(inJson),
      inAscii(inJson.replaceAll('/', String.raw`\/`)),
      ...['&#39;', '&#x27;', '&apos;'].map((apostrophe) => inHtml(value, apostrophe)),
      // JSON in JSON, on a page, in a URL.
      JSON.stringify(inJson).slice(1, -1),
      inHtml(inJson, '&#39;'),
      encodeURIComponent(wellFormed(inJson)),
      encodeURIComponent(wellFormed(inHtml(value, '&#39;'))),
    ]),
  ];
}

/** Half a pair of surrogates, which has no encoding, is what it becomes as bytes. */
function wellFormed(value: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(value));
}

function lowerCased(percentEncoded: string): string {
  return percentEncoded.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/** As writers of JSON do that keep to ASCII, and escape what ends a script. */
function inAscii(json: string): string {
  return json.replaceAll(
    /[^\x20-\x25\x28-\x3b\x3d\x3f-\x7e]/g,
    (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}

function inHtml(value: string, apostrophe: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe);
}
