import * as v from 'valibot';
import type { Folding } from './profileRows.ts';

/** What of `localStorage` is used. */
export type FoldingStorage = Pick<Storage, 'getItem' | 'setItem'>;

const FOLDING_KEY = 'postern.folding';

const foldingSchema = v.record(v.string(), v.boolean());

export function readFolding(storage: FoldingStorage): Folding {
  try {
    return v.parse(foldingSchema, JSON.parse(storage.getItem(FOLDING_KEY) ?? '{}'));
  } catch {
    // Not JSON, not a record, or no access: which folders were open is a convenience, so they start afresh.
    return {};
  }
}

export function writeFolding(storage: FoldingStorage, folding: Folding): void {
  try {
    storage.setItem(FOLDING_KEY, JSON.stringify(folding));
  } catch {
    // Storage is full or switched off: folders stay as they are until the reload.
  }
}
