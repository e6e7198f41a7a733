import { assertNever } from '../assertNever.ts';
import { ByteSink } from './byteSink.ts';
import { LosslessNumber } from 'lossless-json';
import { indentJson } from './indentJson.ts';
import { indexJson } from './jsonIndex.ts';
import { unquote, type JsonNode } from './jsonNode.ts';
import type { JsonProblem } from './jsonProblem.ts';
import { MAX_JSON_DEPTH, readJson } from './readJson.ts';

/** A JSON value as code wants it. Numbers keep their digits: `valueOf()` gives a number where that is exact. */
export type JsonValue =
  | null
  | boolean
  | string
  | LosslessNumber
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

export type ParsedJson = { readonly ok: true; readonly value: JsonValue } | JsonProblem;

export function parseJson(text: string): ParsedJson {
  const reading = readJson(text);
  return reading.ok ? { ok: true, value: toValue(reading.root) } : reading;
}

export type FormattedJson = { readonly ok: true; readonly text: string } | JsonProblem;

/** The same JSON, indented: order, repeated names, digits and escapes stay as they were written. */
export function formatJson(text: string): FormattedJson {
  const indexing = indexJson(new TextEncoder().encode(text), { maxDepth: MAX_JSON_DEPTH });
  if (!indexing.ok) return indexing;
  const sink = new ByteSink();
  indentJson(indexing.index, sink);
  return { ok: true, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(sink.take()) };
}

function toValue(node: JsonNode): JsonValue {
  switch (node.kind) {
    case 'object':
      // Like `JSON.parse`: the last of repeated names wins, and `__proto__` is a name like any other.
      return Object.fromEntries(
        node.members.map(({ keySource, node }) => [unquote(keySource), toValue(node)]),
      );
    case 'array':
      return node.items.map(toValue);
    case 'string':
      return unquote(node.source);
    case 'number':
      return new LosslessNumber(node.source);
    case 'boolean':
      return node.source === 'true';
    case 'null':
      return null;
    default:
      return assertNever(node);
  }
}
