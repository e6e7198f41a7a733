import { describe, expect, it } from 'vitest';
import { readFolding, writeFolding } from './folding.ts';
import type { FoldingStorage } from './folding.ts';

function storageWith(text: string | null): FoldingStorage & { readonly text: () => string | null } {
  let held = text;
  return { getItem: () => held, setItem: (_key, value) => void (held = value), text: () => held };
}

describe('folding', () => {
  it('is read as it was written', () => {
    const storage = storageWith(null);
    writeFolding(storage, { local: false, 'folder:Contoso': true });
    expect(readFolding(storage)).toEqual({ local: false, 'folder:Contoso': true });
  });

  it.each([[null], ['{'], ['[]'], ['{"local":"no"}'], ['null']])('starts afresh from %s', (text) => {
    expect(readFolding(storageWith(text))).toEqual({});
  });

  it('does without storage that refuses', () => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const storage = { getItem: refuse, setItem: refuse };
    expect(readFolding(storage)).toEqual({});
    expect(() => writeFolding(storage, { local: false })).not.toThrow();
  });
});
