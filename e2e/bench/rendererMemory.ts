import { readFile } from 'node:fs/promises';
import type { Cdp } from './cdp.ts';

/** What all renderer processes of the browser hold in memory, bytes; `null` where the system does not tell (not Linux). */
export async function rendererMemory(cdp: Cdp): Promise<number | null> {
  const { processInfo } = await cdp.send<{ processInfo: readonly { type: string; id: number }[] }>(
    'SystemInfo.getProcessInfo',
  );
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return await residentBytes(renderers.map(({ id }) => id));
}

/**
 * Resident memory of processes, bytes, without the pages of files: those are the browser's own program, which its
 * processes share, and more of it each time something is done for the first time. One that has just ended holds none.
 */
export async function residentBytes(pids: readonly number[]): Promise<number | null> {
  if (process.platform !== 'linux') return null;
  const sizes = await Promise.all(pids.map(async (pid) => await residentKilobytes(pid)));
  return sizes.reduce((sum, size) => sum + size, 0) * 1024;
}

async function residentKilobytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const field = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1] ?? 0);
  return field('RssAnon') + field('RssShmem');
}
