import { LineCounter, parseAllDocuments } from 'yaml';
import type { ParsedDocuments } from './parseDocuments.ts';

/** Uses of one anchor: descriptions share a few; a file that multiplies itself this way has many. */
const MAX_ALIAS_COUNT = 100;

/** A part of its own, since the reader of YAML is larger than all importers together. */
export function parseYaml(text: string): ParsedDocuments {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter,
    // YAML 1.2 has no dates, and keys are text: what comes out is what JSON could say.
    version: '1.2',
    prettyErrors: false,
    logLevel: 'silent',
  });
  const values: unknown[] = [];
  for (const document of Array.isArray(documents) ? documents : []) {
    const [error] = document.errors;
    if (error !== undefined) {
      const { line, col } = lineCounter.linePos(error.pos[0]);
      return {
        ok: false,
        message: `It is YAML with a mistake in line ${line}, column ${col}: ${error.message}`,
      };
    }
    try {
      values.push(document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) as unknown);
    } catch {
      return {
        ok: false,
        message: 'It is YAML whose references cannot be followed, or multiply it too often.',
      };
    }
  }
  return { ok: true, documents: values };
}
