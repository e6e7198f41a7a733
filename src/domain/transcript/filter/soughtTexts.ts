import { assertNever } from '../../assertNever.ts';
import type { FilterNode, JsonCondition } from './filterNode.ts';
import { textPattern } from './textPattern.ts';

/**
 * What finds, in a text that matches, the parts that it matches by: the texts that an expression asks for, not those that
 * it excludes. Regular expressions are left out: one that runs away would take the page with it.
 */
export function soughtTexts(node: FilterNode | null): readonly RegExp[] {
  if (node === null) return [];
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.parts.flatMap(soughtTexts);
    case 'text':
      return [textPattern(node.text, node.isCaseSensitive)];
    case 'json':
      return soughtValues(node.condition);
    case 'not':
    case 'pattern':
    case 'direction':
    case 'kinds':
    case 'size':
    case 'clock':
    case 'date':
    case 'last':
      return [];
    default:
      return assertNever(node);
  }
}

function soughtValues({ test }: JsonCondition): readonly RegExp[] {
  if (test.kind === 'exists' || (test.kind === 'compare' && test.operator !== '==')) return [];
  if (test.value.kind !== 'string' || test.value.text === '') return [];
  return [textPattern(test.value.text, test.kind === 'compare')];
}
