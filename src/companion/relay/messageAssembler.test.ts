import { describe, expect, it } from 'vitest';
import type { EntryRecord } from '#wire/entryBatch.ts';
import { MessageAssembler, type Assembly } from './messageAssembler.ts';

function part(kind: number, text: string, hasMore = false): EntryRecord {
  return {
    kind,
    isSent: true,
    hasMore,
    isCompressed: false,
    frames: 0,
    time: 0,
    payload: Buffer.from(text, 'latin1'),
  };
}

function assemble(records: readonly EntryRecord[], maxBytes?: number): readonly Assembly[] {
  const assembler = new MessageAssembler(maxBytes);
  return records.map((record) => assembler.add(record));
}

describe('MessageAssembler', () => {
  it('takes a message of one record', () => {
    expect(assemble([part(1, 'hi'), part(2, '')])).toEqual([
      { kind: 'text', payload: Buffer.from('hi') },
      { kind: 'binary', payload: Buffer.alloc(0) },
    ]);
  });

  it('joins the parts of a message, also within a character', () => {
    expect(assemble([part(1, '\u00e2\u0082', true), part(1, '\u00ac'), part(1, '!')])).toEqual([
      null,
      { kind: 'text', payload: Buffer.from('€') },
      { kind: 'text', payload: Buffer.from('!') },
    ]);
  });

  it.each([
    ['of another kind', [part(9, 'x')], ['Only text and binary messages can be sent in a batch.']],
    ['of two kinds', [part(1, 'x', true), part(2, 'y')], [null, 'The parts of a message are of two kinds.']],
    ['of text that is not UTF-8', [part(1, '\u00ff')], ['A text message must be UTF-8.']],
  ])('refuses a message %s', (_, records, results) => {
    expect(assemble(records)).toEqual(results);
  });

  it('drops the rest of a message that has grown too large, and takes the next', () => {
    const records = [part(2, 'abc', true), part(2, 'def', true), part(2, 'ghi'), part(2, 'j')];
    expect(assemble(records, 5)).toEqual([
      null,
      'The message is larger than 5 bytes, the most that the relay carries.',
      null,
      { kind: 'binary', payload: Buffer.from('j') },
    ]);
  });
});
