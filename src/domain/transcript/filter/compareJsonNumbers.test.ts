import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareJsonNumbers } from './compareJsonNumbers.ts';

describe('compareJsonNumbers', () => {
  test.each([
    ['1', '1.0', 0],
    ['1e3', '1000', 0],
    ['-0', '0', 0],
    ['0.1', '0.10000000000000000001', -1],
    ['12345678901234567890', '12345678901234567891', -1],
    ['12345678901234567890', '1.234567890123456789e19', 0],
    ['-12345678901234567891', '-12345678901234567890', -1],
    ['0.000000000000000000001', '1e-21', 0],
    ['1e400', '1e399', 1],
    ['-1e400', '1', -1],
    ['0e999999999999999999', '0.00000000000000000000', 0],
  ])('%s and %s: %d', (a, b, order) => {
    expect(Math.sign(compareJsonNumbers(a, b))).toBe(order);
    expect(Math.sign(compareJsonNumbers(b, a))).toBe(0 - order);
  });

  test('agrees with exact arithmetic', () => {
    const decimal = fc.record({
      digits: fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }),
      power: fc.integer({ min: -9, max: 9 }),
    });
    const exact = ({ digits, power }: { digits: bigint; power: number }) => digits * 10n ** BigInt(power + 9);
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const order = exact(a) - exact(b);
        const found = compareJsonNumbers(`${a.digits}e${a.power}`, `${b.digits}e${b.power}`);
        expect(Math.sign(found)).toBe(order === 0n ? 0 : order < 0n ? -1 : 1);
      }),
    );
  });
});
