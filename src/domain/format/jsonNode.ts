/**
 * JSON as it was written: every member in its place (a plain object would reorder keys like `"10"` and drop repeated
 * ones), every number and string as a range of the text (a plain number would round).
 */
export type JsonNode =
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  /** `source` is the scalar as written; of a string with its quotes and escapes. */
  | { readonly kind: JsonScalarKind; readonly source: string };

export type JsonScalarKind = 'string' | 'number' | 'boolean' | 'null';

export interface JsonMember {
  /** As written, with quotes and escapes. */
  readonly keySource: string;
  readonly node: JsonNode;
}

/** The text that a string's source stands for. */
export function unquote(source: string): string {
  return JSON.parse(source) as string;
}
