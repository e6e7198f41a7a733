import type { JsonProblem } from '#domain/format/jsonProblem.ts';
import type { Comparison } from '#domain/payload/comparison.ts';
import type { PayloadFormat } from '#domain/payload/payloadFormat.ts';
import type { TreeRow } from '#domain/payload/treeRow.ts';
import type { CopyForm } from '#domain/payload/writePayload.ts';

/** The wire between the page and the worker that reads one payload: structured clones. */
export type PageToPayload =
  /** The first message, once. */
  | { readonly type: 'payload'; readonly byteLength: number }
  /** Follows until all of the payload is there, in order, before any call. */
  | { readonly type: 'piece'; readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'call'; readonly id: number; readonly call: PayloadCall };

export type PayloadCall =
  | { readonly kind: 'open-json' }
  /** Rows of the tree that was opened last. */
  | { readonly kind: 'tree-rows'; readonly first: number; readonly count: number }
  | { readonly kind: 'toggle'; readonly node: number; readonly isDeep: boolean }
  | { readonly kind: 'open-text'; readonly columns: number }
  | { readonly kind: 'text-rows'; readonly first: number; readonly count: number }
  | { readonly kind: 'decode'; readonly format: PayloadFormat }
  | { readonly kind: 'compare'; readonly other: Uint8Array }
  | { readonly kind: 'write'; readonly form: CopyForm };

export type PayloadToPage =
  /** From 0 to 1, of the call that is carried out. */
  | { readonly type: 'progress'; readonly done: number }
  | { readonly type: 'answer'; readonly id: number; readonly answer: PayloadAnswer };

export type PayloadAnswer =
  | { readonly kind: 'tree'; readonly rowCount: number }
  | { readonly kind: 'no-json'; readonly problem: JsonProblem }
  | { readonly kind: 'tree-rows'; readonly rows: readonly TreeRow[] }
  | { readonly kind: 'text'; readonly rowCount: number; readonly isUtf8: boolean }
  | { readonly kind: 'text-rows'; readonly rows: readonly string[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer>; readonly warning: string | null }
  | { readonly kind: 'image'; readonly mediaType: string; readonly width: number; readonly height: number }
  | { readonly kind: 'compared'; readonly comparison: Comparison }
  | { readonly kind: 'written'; readonly blob: Blob }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };
