import { expect, test } from 'vitest';
import { hexDump } from './hexDump.ts';

const BYTES = Uint8Array.from({ length: 40 }, (_, index) => index + 0x38);

test('shows rows of sixteen bytes, and the last one as wide as the others', () => {
  expect(hexDump(BYTES, 0, 40)).toEqual([
    {
      offset: '00000000',
      hex: '38 39 3a 3b 3c 3d 3e 3f  40 41 42 43 44 45 46 47',
      ascii: '89:;<=>?@ABCDEFG',
    },
    {
      offset: '00000010',
      hex: '48 49 4a 4b 4c 4d 4e 4f  50 51 52 53 54 55 56 57',
      ascii: 'HIJKLMNOPQRSTUVW',
    },
    { offset: '00000020', hex: '58 59 5a 5b 5c 5d 5e 5f                         ', ascii: 'XYZ[\\]^_' },
  ]);
});

test('shows the bytes asked for, and no more than there are', () => {
  expect(hexDump(BYTES, 16, 2)).toEqual([{ offset: '00000010', hex: '48 49'.padEnd(48), ascii: 'HI' }]);
  expect(hexDump(BYTES, 32, 1000)).toHaveLength(1);
  expect(hexDump(BYTES, 48, 16)).toEqual([]);
  expect(hexDump(new Uint8Array(), 0, 16)).toEqual([]);
});

test('shows a dot for what is not printable ASCII', () => {
  expect(hexDump(Uint8Array.of(0x00, 0x1f, 0x20, 0x7e, 0x7f, 0xe9), 0, 6)[0]?.ascii).toBe('.. ~..');
});
