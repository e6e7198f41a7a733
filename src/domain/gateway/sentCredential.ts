import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { fixBy, type Fix } from './fixAction.ts';

/** A credential that went with the handshake, by where it stood. */
export interface SentCredential {
  readonly kind: 'query' | 'header';
  /** As written in the request. */
  readonly name: string;
}

/** The first of these names that the handshake had, compared without case: where people put a key that belongs elsewhere. */
export function findSent(
  record: HandshakeRecord,
  kind: SentCredential['kind'],
  names: readonly string[],
): SentCredential | null {
  const sent =
    kind === 'header'
      ? (record.request?.headers ?? []).map(({ name }) => name)
      : [...new URL(record.url).searchParams.keys()];
  const wanted = names.map((name) => name.toLowerCase());
  const found = sent.find((name) => wanted.includes(name.toLowerCase()));
  return found === undefined ? null : { kind, name: found };
}

/** The change that makes the query parameter `name` out of what was sent: renamed, moved from a header, or new. */
export function asParameter(name: string, sent: SentCredential | null, text: string): Fix {
  if (sent === null) return fixBy({ kind: 'add-parameter', name }, text);
  return sent.kind === 'query'
    ? fixBy({ kind: 'rename-parameter', from: sent.name, to: name }, text)
    : fixBy({ kind: 'move-header-to-query', header: sent.name, parameter: name }, text);
}

/** The change that makes the header `name` out of what was sent. */
export function asHeader(name: string, sent: SentCredential | null, text: string): Fix {
  if (sent === null) return fixBy({ kind: 'add-header', name }, text);
  return sent.kind === 'header'
    ? fixBy({ kind: 'rename-header', from: sent.name, to: name }, text)
    : fixBy({ kind: 'move-parameter-to-header', parameter: sent.name, header: name }, text);
}
