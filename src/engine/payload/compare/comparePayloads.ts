import { diffArrays } from 'diff';
import { ByteSink } from '#domain/format/byteSink.ts';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatCount } from '#domain/format/formatCount.ts';
import { HEX_ROW_BYTES, hexDump } from '#domain/format/hexDump.ts';
import { indentJson } from '#domain/format/indentJson.ts';
import { indexJson } from '#domain/format/jsonIndex.ts';
import { isUtf8 } from '#domain/format/isUtf8.ts';
import { MAX_COMPARED_BYTES } from '#domain/payload/comparison.ts';
import type { ComparedRow, Comparison } from '#domain/payload/comparison.ts';
import { ComparisonError } from './comparisonError.ts';

/** Two texts that have little in common take time that grows with the square of what differs, ms. */
const MAX_COMPARING_MS = 5_000;

/** Lines that are in both and stand beside one that is not. */
const CONTEXT_LINES = 3;

/** More rows are not handed to the page: nobody reads them. */
const MAX_ROWS = 50_000;

/** A longer line shows its beginning, UTF-16 units. */
const MAX_LINE_LENGTH = 2_000;

export function comparePayloads(one: Uint8Array, other: Uint8Array, maxMs = MAX_COMPARING_MS): Comparison {
  if (Math.max(one.length, other.length) > MAX_COMPARED_BYTES)
    throw new ComparisonError(
      `Only messages of up to ${formatBytes(MAX_COMPARED_BYTES)} are compared here. Save both as files to compare them elsewhere.`,
    );
  const { as, lines, otherLines } = linesOf(one, other);
  const changes = diffArrays(lines, otherLines, { timeout: maxMs });
  if (changes === undefined) throw new ComparisonError(tooDifferent(lines, otherLines));
  const rows: ComparedRow[] = [];
  let [removed, added] = [0, 0];
  for (const [index, change] of changes.entries()) {
    if (change.removed) removed += change.count;
    if (change.added) added += change.count;
    const isFirst = index === 0;
    const isLast = index === changes.length - 1;
    const kind = change.removed ? 'removed' : change.added ? 'added' : 'same';
    rows.push(...(kind === 'same' ? sameRows(change.value, isFirst, isLast) : rowsOf(kind, change.value)));
    if (rows.length > MAX_ROWS)
      throw new ComparisonError(
        `These differ in more than ${formatCount(MAX_ROWS)} lines. Save both as files to compare them elsewhere.`,
      );
  }
  return { as, removed, added, rows };
}

function rowsOf(kind: ComparedRow['kind'], lines: readonly string[]): readonly ComparedRow[] {
  return lines.map((line) => ({
    kind,
    text: line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line,
  }));
}

/** Those beside what differs, and how many there are between. */
function sameRows(lines: readonly string[], isFirst: boolean, isLast: boolean): readonly ComparedRow[] {
  const before = isFirst ? 0 : CONTEXT_LINES;
  const after = isLast ? 0 : CONTEXT_LINES;
  const skipped = lines.length - before - after;
  // A row that says so takes as much room as the line that it stands for.
  if (skipped <= 1) return rowsOf('same', lines);
  return [
    ...rowsOf('same', lines.slice(0, before)),
    { kind: 'skipped', text: `${formatCount(skipped)} lines that are the same` },
    ...rowsOf('same', lines.slice(lines.length - after)),
  ];
}

function tooDifferent(lines: readonly string[], otherLines: readonly string[]): string {
  const first = lines.findIndex((line, index) => line !== otherLines[index]);
  const line = formatCount((first === -1 ? lines.length : first) + 1);
  return `These differ in too much to be compared line by line. The first difference is in line ${line}.`;
}

interface ComparedLines {
  readonly as: Comparison['as'];
  readonly lines: string[];
  readonly otherLines: string[];
}

function linesOf(one: Uint8Array, other: Uint8Array): ComparedLines {
  const [json, otherJson] = [indented(one), indented(other)];
  if (json !== null && otherJson !== null)
    return { as: 'json', lines: textLines(json), otherLines: textLines(otherJson) };
  if (isUtf8(one) && isUtf8(other))
    return { as: 'text', lines: textLines(one), otherLines: textLines(other) };
  return { as: 'hex', lines: hexLines(one), otherLines: hexLines(other) };
}

function indented(payload: Uint8Array): Uint8Array | null {
  const indexing = indexJson(payload);
  if (!indexing.ok) return null;
  const sink = new ByteSink(MAX_COMPARED_BYTES);
  indentJson(indexing.index, sink);
  return sink.isFull ? null : sink.take();
}

function textLines(bytes: Uint8Array): string[] {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split(/\r?\n/);
}

function hexLines(bytes: Uint8Array): string[] {
  const rows = Math.ceil(bytes.length / HEX_ROW_BYTES);
  return hexDump(bytes, 0, rows * HEX_ROW_BYTES).map(({ hex, ascii }) => `${hex}  ${ascii}`);
}
