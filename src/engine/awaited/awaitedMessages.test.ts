import { describe, expect, it, vi } from 'vitest';
import type { AwaitedMessage, AwaitedSighting } from '#domain/expectation/awaitedMessage.ts';
import { ENTRY_KIND } from '#domain/transcript/entry.ts';
import { createInProcessPatternWorker } from '../testing/inProcessPatternWorker.ts';
import { TranscriptStore } from '../transcript/transcriptStore.ts';
import { createAwaitedOnDemand } from './awaitedOnDemand.ts';

function watch(...messages: readonly Partial<Omit<AwaitedMessage, 'kind'>>[]) {
  const store = new TranscriptStore();
  const sighted: (readonly AwaitedSighting[])[] = [];
  const awaited = createAwaitedOnDemand({
    store,
    now: () => 0,
    createPatternWorker: createInProcessPatternWorker,
    onSighted: (sightings) => sighted.push(sightings),
  });
  const append = (text: string, time: number, isSent = false) => {
    const payload = new TextEncoder().encode(text);
    store.append({
      kind: ENTRY_KIND.text,
      isSent,
      time,
      payload,
      hasMore: false,
      isCompressed: false,
      frames: 1,
    });
    awaited.look();
  };
  awaited.expect(
    messages.map((fields, index) => ({
      kind: 'message',
      id: `e${index}`,
      filter: 'hi',
      withinMs: 1_000,
      after: '',
      ...fields,
    })),
  );
  return {
    store,
    awaited,
    append,
    problems: () => sighted.at(-1)?.map(({ problem }) => problem),
    last: () => sighted.at(-1)?.map(({ startedAt, afterMs }) => [startedAt, afterMs]),
  };
}

describe('what is expected of messages', () => {
  it('is found among what came in since the opening, before and after the code is there', async () => {
    const { awaited, append, last } = watch({}, { filter: '$.a == 1' }, { filter: '/^ho+$/' });
    append('hi', 10);
    awaited.opened(100);
    append('hi', 110, true);
    append('hi', 120);
    await vi.waitFor(() =>
      expect(last()).toEqual([
        [100, 20],
        [100, null],
        [100, null],
      ]),
    );
    append('{"a":1}', 130);
    append('hoo', 140);
    await vi.waitFor(() =>
      expect(last()).toEqual([
        [100, 20],
        [100, 30],
        [100, 40],
      ]),
    );
  });

  it('counts from the entry of the saved message, and once more when that is sent again', async () => {
    const { awaited, append, last } = watch({ after: 'Echo', withinMs: 50 });
    awaited.opened(100);
    append('hi', 110);
    awaited.sending('Other');
    awaited.sending('Echo');
    append('x', 200, true);
    await vi.waitFor(() => expect(last()).toEqual([[200, null]]));
    append('hi', 300);
    awaited.sending('Echo');
    append('x', 400, true);
    append('hi', 410);
    await vi.waitFor(() => expect(last()).toEqual([[400, 10]]));
  });

  it('goes on in a log that was cleared', async () => {
    const { store, awaited, append, last } = watch({});
    append('x', 10);
    awaited.opened(100);
    store.clear();
    awaited.restart();
    append('hi', 120);
    await vi.waitFor(() => expect(last()).toEqual([[100, 20]]));
  });

  it('is not found by a look at what was cleared meanwhile', async () => {
    const { store, awaited, append, last } = watch({}, { filter: '/^ho+$/' });
    const clear = () => {
      store.clear();
      awaited.restart();
    };
    awaited.opened(100);
    append('hi', 101);
    await vi.waitFor(() =>
      expect(last()).toEqual([
        [100, 1],
        [100, null],
      ]),
    );
    clear();
    append('hoo', 110);
    clear();
    append('x', 120);
    append('ho', 130);
    await vi.waitFor(() => expect(last()?.[1]).toEqual([100, 30]));
  });

  it('cannot be found by an expression that cannot be read, which is said', async () => {
    const { awaited, problems } = watch({ filter: '(a' }, { filter: '' }, {});
    awaited.opened(100);
    await vi.waitFor(() => expect(problems()).toEqual(['unreadable', 'unreadable', null]));
  });

  it('is forgotten with the next connection', async () => {
    const { awaited, append, last } = watch({});
    awaited.expect([]);
    awaited.opened(100);
    append('hi', 120);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(last()).toBeUndefined();
  });
});
