import type { JsonIndex } from '../format/jsonIndex.ts';
import { kindOfJson, nameRange, scalarRange } from '../format/jsonSource.ts';
import type { SourceRange } from '../format/jsonSource.ts';
import type { CutText, Tree } from './tree.ts';

/** A longer name is cut, UTF-16 units: no screen is so wide. */
const MAX_NAME_LENGTH = 500;

/** In UTF-8 a UTF-16 unit takes no more bytes than this. */
const MAX_UNIT_BYTES = 3;

/** A JSON text as a tree, decoded where it is looked at. */
export function createJsonTree(index: JsonIndex): Tree {
  const { bytes, nodes } = index;
  const textOf = ({ start, end }: SourceRange, maxLength: number): CutText => {
    const looked = Math.min(end, start + maxLength * MAX_UNIT_BYTES);
    // A character that is cut at the end is left out.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const text = decoder.decode(bytes.subarray(start, looked), { stream: looked < end });
    if (looked === end && text.length <= maxLength) return { text, isCut: false };
    return { text: text.slice(0, maxLength), isCut: true };
  };
  return {
    count: nodes.count,
    next: (node) => nodes.next(node),
    kindOf: (node) => kindOfJson(index, node),
    nameOf(node) {
      const range = nameRange(index, node);
      return range === null ? null : textOf(range, MAX_NAME_LENGTH);
    },
    scalarOf: (node, maxLength) => textOf(scalarRange(index, node), maxLength),
  };
}
