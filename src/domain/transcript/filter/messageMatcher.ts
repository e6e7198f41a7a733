import { assertNever } from '../../assertNever.ts';
import type { Direction, EntryKind } from '../entry.ts';
import { compileJsonCondition } from './compileJsonCondition.ts';
import type { FilterNode, PatternTerm } from './filterNode.ts';
import { textPattern } from './textPattern.ts';

/** One message, outside a log. */
export interface MatchedMessage {
  readonly direction: Direction;
  readonly kind: EntryKind;
  readonly payload: Uint8Array;
}

/** Tests a regular expression of a person's own, which may not come to an end. */
export type TestPattern = (pattern: PatternTerm, text: string) => boolean;

/**
 * Asks one message after another what an expression of the filter language asks. Times of day, dates and ages say nothing of
 * a message that has just come, so they are true. (The log asks many at once: `engine/transcript/scan`.)
 */
export function createMessageMatcher(
  node: FilterNode | null,
  testPattern: TestPattern,
): (message: MatchedMessage) => boolean {
  if (node === null) return () => true;
  switch (node.kind) {
    case 'and': {
      const parts = node.parts.map((part) => createMessageMatcher(part, testPattern));
      return (message) => parts.every((matches) => matches(message));
    }
    case 'or': {
      const parts = node.parts.map((part) => createMessageMatcher(part, testPattern));
      return (message) => parts.some((matches) => matches(message));
    }
    case 'not': {
      const matches = createMessageMatcher(node.part, testPattern);
      return (message) => !matches(message);
    }
    case 'text': {
      const pattern = textPattern(node.text, node.isCaseSensitive);
      return ({ payload }) => pattern.test(textOf(payload));
    }
    case 'pattern':
      return ({ payload }) => testPattern(node, textOf(payload));
    case 'direction':
      return ({ direction }) => direction === node.direction;
    case 'kinds':
      return ({ kind }) => node.kinds.includes(kind);
    case 'size':
      return ({ payload }) => payload.byteLength >= node.from && payload.byteLength <= node.to;
    case 'clock':
    case 'date':
    case 'last':
      return () => true;
    case 'json': {
      const matches = compileJsonCondition(node.condition);
      return ({ payload }) => matches(payload);
    }
    default:
      return assertNever(node);
  }
}

function textOf(payload: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(payload);
}
