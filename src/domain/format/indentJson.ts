import type { ByteSink } from './byteSink.ts';
import { OPEN_BRACE, OPEN_BRACKET } from './jsonIndex.ts';
import type { JsonIndex } from './jsonIndex.ts';
import { nameRange, scalarRange } from './jsonSource.ts';

const SPACE = 0x20;
const NEW_LINE = 0x0a;
const COMMA = 0x2c;
const INDENT_SPACES = 2;
const COLON_SPACE = Uint8Array.of(0x3a, SPACE);

/** A closing bracket has the number of its opening one, and two. */
const TO_CLOSING = 2;

/**
 * The same JSON with two spaces a level; empty objects and arrays stay on their line. Order, repeated names, digits and
 * escapes stay as they were written. Ends early when the sink is full.
 */
export function indentJson(index: JsonIndex, sink: ByteSink): void {
  const { bytes, nodes } = index;
  /** The open objects and arrays: where each ends, and its closing bracket. */
  const open: { readonly end: number; readonly bracket: number }[] = [];
  const breakLine = () => {
    sink.appendByte(NEW_LINE);
    sink.appendByte(SPACE, INDENT_SPACES * open.length);
  };
  for (let node = 0; node < nodes.count && !sink.isFull; node += 1) {
    const name = nameRange(index, node);
    if (name !== null) {
      sink.append(bytes.subarray(name.start, name.end));
      sink.append(COLON_SPACE);
    }
    const end = nodes.next(node);
    const first = bytes[nodes.start(node)];
    if (first === OPEN_BRACE || first === OPEN_BRACKET) {
      const bracket = first + TO_CLOSING;
      sink.appendByte(first);
      if (end > node + 1) {
        open.push({ end, bracket });
        breakLine();
        continue;
      }
      sink.appendByte(bracket);
    } else {
      const { start, end } = scalarRange(index, node);
      sink.append(bytes.subarray(start, end));
    }
    for (let last = open.at(-1); last !== undefined && last.end === node + 1; last = open.at(-1)) {
      open.pop();
      breakLine();
      sink.appendByte(last.bracket);
    }
    if (open.length > 0) {
      sink.appendByte(COMMA);
      breakLine();
    }
  }
}
