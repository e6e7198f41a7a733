import { assertNever } from '../../assertNever.ts';
import type {
  FilterNode,
  JsonCondition,
  JsonLiteral,
  PatternTerm,
} from '../../transcript/filter/filterNode.ts';
import { textPattern } from '../../transcript/filter/textPattern.ts';
import { javaScriptNumber, javaScriptString } from './javaScriptText.ts';

/** What a condition reads of a message, and calls. */
export type ConditionNeed = 'text' | 'isBinary' | 'size' | 'values' | 'contains';

export type MessageCondition =
  | { readonly ok: true; readonly expression: string; readonly needs: ReadonlySet<ConditionNeed> }
  /** Why it cannot be written: a part of a sentence. */
  | { readonly ok: false; readonly reason: string };

/** What the filter language asks of a message that comes in, as an expression of JavaScript. */
export function messageCondition(node: FilterNode | null): MessageCondition {
  const needs = new Set<ConditionNeed>();
  try {
    return { ok: true, expression: node === null ? 'true' : expressionOf(node, needs), needs };
  } catch (error) {
    if (error instanceof Untranslatable) return { ok: false, reason: error.message };
    throw error;
  }
}

class Untranslatable extends Error {
  override readonly name = 'Untranslatable';
}

type Needs = Set<ConditionNeed>;

function expressionOf(node: FilterNode, needs: Needs): string {
  switch (node.kind) {
    case 'and':
      return joined(node.parts, '&&', needs);
    case 'or':
      return joined(node.parts, '||', needs);
    case 'not':
      return negated(expressionOf(node.part, needs));
    case 'text':
      return testedBy(textPattern(node.text, node.isCaseSensitive), needs);
    case 'pattern':
      return testedBy(node, needs);
    case 'direction':
      return String(node.direction === 'received');
    case 'kinds':
      return kindExpression(node.kinds.includes('text'), node.kinds.includes('binary'), needs);
    case 'size':
      return sizeExpression(node.from, node.to, needs);
    // As in Postern: they say nothing of a message that has just come.
    case 'clock':
    case 'date':
    case 'last':
      return 'true';
    case 'json':
      return jsonExpression(node.condition, needs);
    default:
      return assertNever(node);
  }
}

/** What is true or false whatever comes goes away: a compiler would complain of it. */
function joined(parts: readonly FilterNode[], operator: '&&' | '||', needs: Needs): string {
  const [idle, deciding] = operator === '&&' ? ['true', 'false'] : ['false', 'true'];
  const expressions = parts
    .map((part) => {
      const expression = expressionOf(part, needs);
      // Each compound expression within another one has its own parentheses.
      return part.kind === 'and' || part.kind === 'or' || part.kind === 'size'
        ? grouped(expression)
        : expression;
    })
    .filter((expression) => expression !== idle);
  if (expressions.includes(deciding)) return deciding;
  return expressions.length === 0 ? idle : expressions.join(` ${operator} `);
}

function negated(expression: string): string {
  if (expression === 'true' || expression === 'false') return String(expression === 'false');
  if (expression === 'isBinary') return '!isBinary';
  return expression === '!isBinary' ? 'isBinary' : `!(${expression})`;
}

function grouped(expression: string): string {
  return / (?:&&|\|\|) /.test(expression) ? `(${expression})` : expression;
}

function testedBy({ source, flags }: Pick<PatternTerm, 'source' | 'flags'>, needs: Needs): string {
  needs.add('text');
  return `/${shownSource(source)}/${flags}.test(text)`;
}

/** What is not seen, as its escapes; a backslash before it goes, for it would be one of the escape. */
const UNSEEN_IN_PATTERN = /\\([\s\S])|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

function shownSource(source: string): string {
  return source.replace(UNSEEN_IN_PATTERN, (whole: string, escaped: string | undefined) => {
    const sign = escaped ?? whole;
    return UNSEEN.test(sign) ? unitEscapes(sign) : whole;
  });
}

/** By its units: a pattern without the flag `u` knows no other escapes, and one with it puts pairs together. */
function unitEscapes(sign: string): string {
  return Array.from(
    { length: sign.length },
    (_, at) => String.raw`\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');
}

function kindExpression(isText: boolean, isBinary: boolean, needs: Needs): string {
  if (isText === isBinary) return String(isText);
  needs.add('isBinary');
  return isBinary ? 'isBinary' : '!isBinary';
}

function sizeExpression(from: number, to: number, needs: Needs): string {
  const bounds = [
    ...(from > 0 ? [`size >= ${javaScriptNumber(Math.ceil(from))}`] : []),
    ...(to < Infinity ? [`size <= ${javaScriptNumber(Math.floor(to))}`] : []),
  ];
  if (bounds.length === 0) return 'true';
  needs.add('size');
  return bounds.join(' && ');
}

function jsonExpression({ path, test }: JsonCondition, needs: Needs): string {
  const steps = path.map((step) => {
    switch (step.kind) {
      case 'member':
        return javaScriptString(step.name);
      case 'item':
        return String(step.index);
      case 'each':
        return 'null';
      default:
        return assertNever(step);
    }
  });
  const values = `values(${['text', ...steps].join(', ')})`;
  needs.add('text').add('values');
  switch (test.kind) {
    case 'exists':
      return `${values}.length > 0`;
    case 'contains':
      needs.add('contains');
      return `${values}.some((value) => contains(value, ${literal(test.value)}))`;
    case 'compare': {
      const { operator, value } = test;
      if (operator === '==') return `${values}.includes(${literal(value)})`;
      if (operator === '!=') return `${values}.some((value) => value !== ${literal(value)})`;
      // There is no order of truth and nothing.
      if (value.kind === 'word') return 'false';
      return `${values}.some((value) => typeof value === '${value.kind}' && value ${operator} ${literal(value)})`;
    }
    default:
      return assertNever(test);
  }
}

/** Digits that a number of JavaScript keeps, whichever they are. */
const MAX_EXACT_DIGITS = 15;

function literal(value: JsonLiteral): string {
  switch (value.kind) {
    case 'string':
      return javaScriptString(value.text);
    case 'word':
      return value.text;
    case 'number': {
      const [digits = ''] = value.text.split(/e/i);
      if (digits.replaceAll(/\D/g, '').length > MAX_EXACT_DIGITS || !Number.isFinite(Number(value.text))) {
        throw new Untranslatable(`JavaScript does not keep the number ${value.text} as it is`);
      }
      return String(Number(value.text) || 0);
    }
    default:
      return assertNever(value);
  }
}
