import { MAX_DOCUMENT_DEPTH, MAX_DOCUMENT_VALUES } from './importLimits.ts';

/** Counts each way to a value: what references share, and what would go round in a circle, counts again. */
export function isWithinLimits(document: unknown): boolean {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: document, depth: 0 }];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    count += 1;
    if (depth > MAX_DOCUMENT_DEPTH || count > MAX_DOCUMENT_VALUES) return false;
    if (typeof value !== 'object' || value === null) continue;
    for (const member of Object.values(value)) open.push({ value: member as unknown, depth: depth + 1 });
  }
  return true;
}
