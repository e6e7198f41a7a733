import { describe, expect, it, vi } from 'vitest';
import type { FileInspection } from '#engine/engineClient.ts';
import { IMPORTED } from '#engine/testing/fakeEngine.ts';
import type { LogImport } from './connectionsStore.ts';
import { startImportJob } from './importJob.ts';

const SOCKET = {
  url: 'ws://h/',
  startedAt: 1,
  recordedFrom: 1,
  status: 101,
  statusText: '',
  isOpened: true,
  messages: 1,
  failure: null,
  close: null,
};

function start(inspection: FileInspection | Error, isRemarkable = false) {
  const logImport = {
    inspect: vi.fn<LogImport['inspect']>(() =>
      inspection instanceof Error ? Promise.reject(inspection) : Promise.resolve(inspection),
    ),
    read: vi.fn<LogImport['read']>(() => Promise.resolve(IMPORTED)),
    show: vi.fn<LogImport['show']>(),
    discard: vi.fn<LogImport['discard']>(() => Promise.resolve()),
  };
  const job = startImportJob({ file: new File([], 'a.har'), logImport, isRemarkable: () => isRemarkable });
  const until = (kind: string) => vi.waitFor(() => expect(job.getState().step.kind).toBe(kind));
  return { job, logImport, until };
}

describe('an import', () => {
  it('shows a log that is as it was at once', async () => {
    const { logImport, until } = start({ form: 'jsonl', sockets: null });
    await until('over');
    expect(logImport.read.mock.calls[0]?.[1]).toEqual({ form: 'jsonl', socket: null });
    expect(logImport.show).toHaveBeenCalledOnce();
  });

  it('asks which of several WebSockets is wanted', async () => {
    const sockets = [
      { ...SOCKET, index: 0 },
      { ...SOCKET, index: 4 },
    ];
    const { job, logImport, until } = start({ form: 'har', sockets });
    await until('choosing');
    job.getState().actions.choose({ ...SOCKET, index: 4 });
    await until('over');
    expect(logImport.read.mock.calls[0]?.[1]).toMatchObject({ socket: { index: 4 } });
  });

  it('waits to be told where there is something to say', async () => {
    const { job, logImport, until } = start({ form: 'csv', sockets: null }, true);
    await until('read');
    expect(logImport.show).not.toHaveBeenCalled();
    job.getState().actions.giveUp();
    expect(logImport.discard).toHaveBeenCalledOnce();
    await until('over');
  });

  it('says why a file cannot be read', async () => {
    const { job, until } = start(new Error('It is no log.'));
    await until('failed');
    expect(job.getState().step).toEqual({ kind: 'failed', message: 'It is no log.' });
  });

  it('that is given up shows nothing, whatever comes of it', async () => {
    const { job, logImport } = start({ form: 'jsonl', sockets: null });
    job.getState().actions.giveUp();
    await vi.waitFor(() => expect(logImport.discard).toHaveBeenCalledOnce());
    expect(job.getState().step).toEqual({ kind: 'over' });
    expect(logImport.show).not.toHaveBeenCalled();
  });
});
