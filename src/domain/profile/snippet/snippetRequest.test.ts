import { describe, expect, it } from 'vitest';
import { mergeHeaders } from './snippetRequest.ts';
import { plainText, type SnippetText } from './snippetText.ts';

function shown(text: SnippetText): string {
  return text.map((part) => (part.kind === 'text' ? part.text : `$${part.variable}`)).join('');
}

describe('mergeHeaders', () => {
  it('joins headers of one name, whatever its case, and leaves the order of the rest', () => {
    const headers = [
      { name: 'X-Trace', value: plainText('1') },
      { name: 'Cookie', value: plainText('a=1') },
      { name: 'x-trace', value: plainText('2') },
      { name: 'Cookie', value: [{ kind: 'secret', variable: 'COOKIE' } as const] },
    ];
    expect(mergeHeaders(headers).map(({ name, value }) => `${name}: ${shown(value)}`)).toEqual([
      'X-Trace: 1, 2',
      'Cookie: a=1; $COOKIE',
    ]);
  });
});
