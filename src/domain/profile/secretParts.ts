import { decodePercent } from '../format/decodePercent.ts';
import { parseUrl } from '../format/parseUrl.ts';
import { basicPassword } from './basicPassword.ts';

/** A line of PEM has 64 characters, the last one fewer: a short rest says nothing, and would be found by chance. */
const MIN_PEM_LINE = 16;

const PEM = /-----BEGIN [A-Z0-9 ]+-----([\s\S]*?)(?:-----END|$)/g;

/**
 * A value that is kept as a secret, and what of it is secret by itself: what stands behind the scheme of `Authorization` (of
 * Basic the password, RFC 7617), the password of a URL, the lines of a PEM text, the values of lines that are `name=value`. A server that says a
 * part back says enough.
 */
export function secretParts(value: string): readonly string[] {
  const parts = [
    value,
    ...afterScheme(value),
    ...passwordOf(value),
    ...pemLines(value),
    ...lineValues(value),
  ];
  return [...new Set(parts.filter((part) => part !== ''))];
}

function afterScheme(value: string): readonly string[] {
  const [, scheme, credentials = ''] = /^([A-Za-z][\w-]*)[ ]+(\S.*)$/s.exec(value) ?? [];
  if (scheme === undefined) return [];
  return [credentials, scheme.toLowerCase() === 'basic' ? basicPassword(credentials) : ''];
}

function passwordOf(value: string): readonly string[] {
  const password = value.includes('://') ? (parseUrl(value)?.password ?? '') : '';
  return [password, decodePercent(password)];
}

function pemLines(value: string): readonly string[] {
  return [...value.matchAll(PEM)].flatMap(([, body = '']) =>
    body.split(/\s+/).filter((line) => line.length >= MIN_PEM_LINE),
  );
}

function lineValues(value: string): readonly string[] {
  if (!/^[\w.-]+=./.test(value)) return [];
  return value.split(/\r?\n/).flatMap((line) => /^[\w.-]+=(.+)$/.exec(line)?.[1]?.trim() ?? []);
}
