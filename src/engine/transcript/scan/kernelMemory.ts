import { instantiateFindKernel } from './findKernel.ts';
import type { FindKernel } from './findKernel.ts';

const PAGE_BYTES = 64 * 1024;

/**
 * One memory for every scan of this thread: a browser sets aside gigabytes of addresses for each, and a filter changes
 * with each letter typed.
 */
let shared: { readonly memory: WebAssembly.Memory; readonly kernel: FindKernel } | null = null;
let ownedBy: object | null = null;

export interface TakenKernel {
  readonly kernel: FindKernel;
  readonly buffer: ArrayBuffer;
  /** True when somebody else has had it since: nothing in it is as it was left. */
  readonly isTaken: boolean;
}

/** Hands over the memory, `size` bytes of it at least. */
export function takeKernel(owner: object, size: number): TakenKernel {
  const isTaken = ownedBy !== owner;
  const { memory, kernel } = (shared ??= create());
  const missing = size - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  ownedBy = owner;
  return { kernel, buffer: memory.buffer, isTaken };
}

function create(): NonNullable<typeof shared> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  return { memory, kernel: instantiateFindKernel(memory) };
}
