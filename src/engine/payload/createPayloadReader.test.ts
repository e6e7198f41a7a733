import { afterEach, describe, expect, it } from 'vitest';
import type { PayloadReader } from '#domain/payload/payloadReader.ts';
import { createInProcessPayloadWorker } from '../testing/inProcessPayloadWorker.ts';
import { createPayloadOpener } from './createPayloadReader.ts';

const readers: PayloadReader[] = [];

afterEach(() => {
  for (const reader of readers.splice(0)) reader.dispose();
});

function open(payload: string | Uint8Array, onProgress: (done: number) => void = () => {}): PayloadReader {
  const bytes = typeof payload === 'string' ? new TextEncoder().encode(payload) : payload;
  const reader = createPayloadOpener(createInProcessPayloadWorker)(bytes, onProgress);
  readers.push(reader);
  return reader;
}

describe('a payload reader', () => {
  it('reads the rows of a tree that are asked for, and others once a node is closed', async () => {
    const opening = await open('{"id":12345678901234567890,"items":[1,2]}').openJson();
    if (!opening.ok) throw new Error(opening.message);
    const { tree } = opening;
    expect(tree.rowCount).toBe(5);
    expect(await tree.read(1, 1)).toMatchObject([{ key: 'id', preview: '12345678901234567890' }]);
    expect(await tree.toggle(2, false)).toBe(3);
    expect(await tree.read(2, 9)).toMatchObject([{ key: 'items', isExpanded: false }]);
  });

  it('says where a text is no JSON', async () => {
    expect(await open('[1,\n2').openJson()).toMatchObject({ ok: false, line: 2, column: 2 });
  });

  it('reads a text of many pieces as rows', async () => {
    const text = await open('0123456789'.repeat(300_000)).openText(1_000);
    expect(text).toMatchObject({ rowCount: 3_000, isUtf8: true });
    expect(await text.read(2_999, 5)).toEqual(['0123456789'.repeat(100)]);
    expect(await open(Uint8Array.of(0x61, 0xff)).openText(80)).toMatchObject({ isUtf8: false });
  });

  it('tells how far it has read', async () => {
    const told: number[] = [];
    await open(JSON.stringify(Array.from({ length: 5 }, () => ' '.repeat(700_000))), (done) =>
      told.push(done),
    ).openJson();
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told.every((done) => done > 0 && done <= 1)).toBe(true);
  });

  it('writes what the clipboard is to have, or says why not', async () => {
    expect(await (await open('[1]').write('json')).text()).toBe('[\n  1\n]');
    await expect(open('[').write('json')).rejects.toMatchObject({ code: 'no-json' });
  });

  it('is cancelled by being disposed of', async () => {
    const reader = open('[1]');
    const opening = reader.openJson();
    reader.dispose();
    await expect(opening).rejects.toMatchObject({ code: 'reader-closed' });
    await expect(reader.openText(80)).rejects.toMatchObject({ code: 'reader-closed' });
  });
});
