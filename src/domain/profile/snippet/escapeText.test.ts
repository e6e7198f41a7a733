import * as fc from 'fast-check';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { comments } from './comments.ts';
import { doubleQuoted, escapeInterpolated } from './escapeText.ts';
import { javaScriptNumber, javaScriptString, javaScriptText } from './javaScriptText.ts';
import type { SnippetText } from './snippetText.ts';

const ATTACKS = [
  '"',
  "'",
  '`',
  '\\',
  '${',
  '{',
  '}',
  '</script>',
  '\n',
  '\r',
  '\u2028',
  '\u202e',
  '\ufeff',
  '\u{e0001}',
  '\ud800',
];

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...ATTACKS, 'u0041', 'x')).map((parts) => parts.join('')),
);

/** As it goes over the wire: half a pair of surrogates has no encoding. */
function asSent(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** The expression that a source of nothing but one is, as a JavaScript parser reads it. */
function expressionOf(source: string) {
  const { body } = parseAst(`(${source});`);
  const [statement] = body;
  if (body.length !== 1 || statement?.type !== 'ExpressionStatement') throw new Error(source);
  const { expression } = statement;
  return expression.type === 'ParenthesizedExpression' ? expression.expression : expression;
}

describe('javaScriptString', () => {
  it.each([
    ["it's", String.raw`'it\'s'`],
    ['a\\b\n\u2028', String.raw`'a\\b\n\u2028'`],
    ['</script>', String.raw`'<\/script>'`],
    ['\u{e0001}', String.raw`'\u{e0001}'`],
    ['\ud800', String.raw`'\ufffd'`],
  ])('writes %j as %s', (text, literal) => {
    expect(javaScriptString(text)).toBe(literal);
  });

  it('is a literal of the text, and nothing else, to a parser', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const literal = javaScriptString(text);
        expect(expressionOf(literal)).toMatchObject({ type: 'Literal', value: asSent(text) });
        expect(literal).not.toMatch(UNSEEN);
      }),
    );
  });
});

describe('javaScriptText', () => {
  it('is a template of the texts around a secret, and nothing else, to a parser', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const text: SnippetText = [
          { kind: 'text', text: `a${before}` },
          { kind: 'secret', variable: 'KEY' },
          { kind: 'text', text: after },
        ];
        expect(expressionOf(javaScriptText(text, (variable) => variable))).toMatchObject({
          type: 'TemplateLiteral',
          expressions: [{ type: 'Identifier', name: 'KEY' }],
          quasis: [{ value: { cooked: asSent(`a${before}`) } }, { value: { cooked: asSent(after) } }],
        });
      }),
    );
  });
});

/** The value of a literal with the escapes that JSON and Python, C# and Go have in common. */
function valueOf(literal: string): unknown {
  const inJson = literal.replaceAll(/\\(?:U([0-9a-f]{8})|[\s\S])/g, (escape, codePoint?: string) =>
    codePoint === undefined ? escape : String.fromCodePoint(Number.parseInt(codePoint, 16)),
  );
  return JSON.parse(inJson);
}

describe('doubleQuoted', () => {
  it.each([
    ['say "hi"\\', String.raw`"say \"hi\"\\"`],
    ['\t\0\u202e\u{e0001}', String.raw`"\t\u0000\u202e\U000e0001"`],
  ])('writes %j as %s', (text, literal) => {
    expect(doubleQuoted(text)).toBe(literal);
  });

  it('is a literal of the text, in one line and in sight', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const literal = doubleQuoted(text);
        expect(valueOf(literal)).toBe(asSent(text));
        expect(literal).not.toMatch(UNSEEN);
      }),
    );
  });
});

describe('escapeInterpolated', () => {
  it('has every brace of the text twice, so that none holds an expression', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const inner = escapeInterpolated(text);
        expect(inner.replaceAll(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
        expect(valueOf(`"${inner.replaceAll('{{', '{').replaceAll('}}', '}')}"`)).toBe(asSent(text));
      }),
    );
  });
});

describe('javaScriptNumber', () => {
  it.each([
    [500, '500'],
    [55_000, '55_000'],
    [2_430_000, '2_430_000'],
  ])('writes %d as %s', (value, text) => {
    expect(javaScriptNumber(value)).toBe(text);
  });
});

describe('comments', () => {
  it('end at the end of their line', () => {
    expect(comments('//', ['Left out: a\nb\u2028c.'])).toEqual(['// Left out: a\ufffdb\ufffdc.']);
  });
});
