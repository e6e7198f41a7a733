import { readJson } from '../../format/readJson.ts';
import { BruDocument } from './bruFile.ts';
import { MAX_YAML_LENGTH } from './importLimits.ts';
import { isWithinLimits } from './isWithinLimits.ts';
import { looksLikeBru, parseBru } from './parseBru.ts';

export type ParsedDocuments =
  | { readonly ok: true; readonly documents: readonly unknown[] }
  /** A sentence, with its place in the text where that is known. */
  | { readonly ok: false; readonly message: string };

/** Reads a text as JSON, as Bruno's own language, or as YAML, of which one text may hold several documents. */
export async function parseDocuments(text: string): Promise<ParsedDocuments> {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return failure('It is empty.');
  if (trimmed.includes('\0')) return failure('It is no text: unpack it first, if it is an archive.');
  const parsed = /^[{[]/.test(trimmed) ? parseJsonText(trimmed) : await parseOtherText(trimmed);
  if (!parsed.ok) return parsed;
  const isBounded = parsed.documents.every(
    (document) => document instanceof BruDocument || isWithinLimits(document),
  );
  return isBounded ? parsed : failure('It is nested too deep, or holds too many values, to be read.');
}

function parseJsonText(text: string): ParsedDocuments {
  try {
    return { ok: true, documents: [JSON.parse(text) as unknown] };
  } catch {
    // This reader is slower, and says where the mistake is.
    const reading = readJson(text);
    if (reading.ok) return failure('It is JSON that cannot be read.');
    return failure(
      `It is JSON with a mistake in line ${reading.line}, column ${reading.column}: ${reading.message}`,
    );
  }
}

async function parseOtherText(text: string): Promise<ParsedDocuments> {
  if (text.length > MAX_YAML_LENGTH) return failure('It is too long for YAML.');
  if (looksLikeBru(text)) {
    const bru = parseBru(text);
    if (!bru.ok)
      return failure(`It looks like a .bru file with a mistake in line ${bru.line}: ${bru.message}`);
    return { ok: true, documents: [new BruDocument(bru.blocks)] };
  }
  return (await import('./parseYaml.ts')).parseYaml(text);
}

function failure(message: string): ParsedDocuments {
  return { ok: false, message };
}
