import { describe, expect, it } from 'vitest';
import { columnsIn } from './columnsIn.ts';

describe('columnsIn', () => {
  it.each([
    [640, 7.2, 80],
    [690, 7.2, 88],
    [50, 7.2, 16],
  ])('fits into %d px, of %d px each, %d characters', (boxWidth, characterWidth, columns) => {
    expect(columnsIn(boxWidth, characterWidth)).toBe(columns);
  });
});
