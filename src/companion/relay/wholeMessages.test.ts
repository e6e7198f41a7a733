import { describe, expect, it } from 'vitest';
import { takeWholeMessages } from './wholeMessages.ts';

/** The messages taken, and what is left of the bytes, as hex. */
function taken(hex: string, offset = 0): { readonly messages: readonly string[]; readonly rest: string } {
  const chunk = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  const messages: string[] = [];
  const end = takeWholeMessages(chunk, offset, (payload, isText) => {
    messages.push(isText ? `text ${payload.toString()}` : `binary ${payload.toString('hex')}`);
  });
  return { messages, rest: chunk.subarray(end).toString('hex') };
}

describe('takeWholeMessages', () => {
  it.each([
    ['one after another', '8102 6869 8202 00ff 8100', ['text hi', 'binary 00ff', 'text '], ''],
    ['up to a frame that is not all there', '8102 6869 8103 6869', ['text hi'], '81036869'],
    ['up to a header that is not all there', '8102 6869 817e 00', ['text hi'], '817e00'],
    ['up to a single byte', '8102 6869 81', ['text hi'], '81'],
    ['up to a fragment', '8101 61 0101 62 8001 63', ['text a'], '010162800163'],
    ['up to a control frame', '8101 61 8900 8101 62', ['text a'], '8900810162'],
    ['up to a compressed frame', '8101 61 c103 f248cd', ['text a'], 'c103f248cd'],
    ['up to a reserved bit', '8101 61 a101 62', ['text a'], 'a10162'],
    ['up to a masked frame', '8101 61 8181 00000000 62', ['text a'], '81810000000062'],
    [
      'up to a length of eight bytes',
      '8101 61 827f 0000000000000001 62',
      ['text a'],
      '827f000000000000000162',
    ],
    ['up to text that is not UTF-8', '8101 61 8102 c328', ['text a'], '8102c328'],
  ])('takes messages %s', (_, hex, messages, rest) => {
    expect(taken(hex)).toEqual({ messages, rest });
  });

  it('reads lengths of two bytes', () => {
    const length = 0x0102;
    const payload = '61'.repeat(length);
    expect(taken(`817e 0102 ${payload} 8101 62`)).toEqual({
      messages: [`text ${'a'.repeat(length)}`, 'text b'],
      rest: '',
    });
  });

  it('begins where it is told to', () => {
    expect(taken('ffff 8101 61', 2)).toEqual({ messages: ['text a'], rest: '' });
  });
});
