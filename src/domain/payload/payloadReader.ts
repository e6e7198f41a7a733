import type { JsonProblem } from '../format/jsonProblem.ts';
import type { Comparison } from './comparison.ts';
import type { PayloadFormat } from './payloadFormat.ts';
import type { TreeRow } from './treeRow.ts';
import type { CopyForm } from './writePayload.ts';

/**
 * Reads a payload in a thread of its own, however large it is: the page asks for the rows that it shows. Calls reject
 * once the reader is disposed of, which is also how to cancel one.
 */
export interface PayloadReader {
  readonly openJson: () => Promise<JsonOpening>;
  /** Breaks the text into rows of so many columns. */
  readonly openText: (columns: number) => Promise<TextOpening>;
  /** Reads the payload as a format. Rejects when it is not in that. */
  readonly decode: (format: PayloadFormat) => Promise<Decoded>;
  /** Says what another payload has that this one has not, and the other way round. Rejects when that is too much. */
  readonly compareWith: (other: Uint8Array) => Promise<Comparison>;
  /** The payload as the clipboard takes it. Rejects when that is more than it takes, or when the payload is no such thing. */
  readonly write: (form: CopyForm) => Promise<Blob>;
  readonly dispose: () => void;
}

/** Makes one; `onProgress` is told how much of what was asked for is done, from 0 to 1. */
export type OpenPayload = (payload: Uint8Array, onProgress: (done: number) => void) => PayloadReader;

export type Awaitable<Value> = Value | Promise<Value>;

export type JsonOpening = { readonly ok: true; readonly tree: TreeRows } | JsonProblem;

/** What a payload holds in a format of its own. */
export type Decoded =
  | { readonly kind: 'tree'; readonly tree: TreeRows }
  /** Another payload. `warning` says why it is not all there; `null` when it is. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer>; readonly warning: string | null }
  | { readonly kind: 'image'; readonly mediaType: string; readonly width: number; readonly height: number };

/** The rows of a tree that is open somewhere: at once where it is in the page itself. */
export interface TreeRows {
  /** At first. */
  readonly rowCount: number;
  readonly read: (first: number, count: number) => Awaitable<readonly TreeRow[]>;
  /** Expands or closes a node; `isDeep` expands what is in it too. Says how many rows there are now. */
  readonly toggle: (node: number, isDeep: boolean) => Awaitable<number>;
}

export interface TextOpening {
  readonly rowCount: number;
  /** False when some bytes are no text, and a sign stands in place of each. */
  readonly isUtf8: boolean;
  readonly read: (first: number, count: number) => Awaitable<readonly string[]>;
}
