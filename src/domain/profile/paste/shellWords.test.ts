import { describe, expect, it } from 'vitest';
import { shellWords } from './shellWords.ts';
import { isWindowsCommand, windowsWords } from './windowsWords.ts';

function wordsOf(command: string): readonly string[] {
  const result = shellWords(command);
  return result.ok ? result.words : [result.message];
}

describe('shellWords', () => {
  it.each([
    ['wscat -c wss://host/p', ['wscat', '-c', 'wss://host/p']],
    [`-H 'X-A: 1' -H "X-B: 2"`, ['-H', 'X-A: 1', '-H', 'X-B: 2']],
    [`a'b'"c"d`, ['abcd']],
    [`'' ""`, ['', '']],
    ['a\\ b', ['a b']],
    ['spl\\\nit', ['split']],
    ['a \\\n  b \\\r\n  c', ['a', 'b', 'c']],
    [`"say \\"hi\\" \\n"`, ['say "hi" \\n']],
    [`'it'\\''s'`, ["it's"]],
    [`$'it\\'s\\n\\x41\\u00e9\\101'`, ["it's\nAéA"]],
    [`"two\nlines"`, ['two\nlines']],
    ['wss://host/?a=1&b=2', ['wss://host/?a=1&b=2']],
    ['wss://host/?key=<your-key>&v=a;b', ['wss://host/?key=<your-key>&v=a;b']],
    ['', []],
  ])('splits %j', (command, words) => {
    expect(wordsOf(command)).toEqual(words);
  });

  it.each([
    ['websocat wss://host | jq .', '| jq .'],
    ['curl wss://host > out.txt', '> out.txt'],
    ['curl wss://host 2>/dev/null', '2>/dev/null'],
    ['curl wss://host; echo done', '; echo done'],
    ['curl wss://host ; echo done', '; echo done'],
    ['curl wss://host # a comment', null],
  ])('ends the command of %j where another thing begins', (command, rest) => {
    expect(shellWords(command)).toMatchObject({ ok: true, rest });
  });

  it.each([
    ['wscat -c $URL -H "Authorization: Bearer ${TOKEN}"', ['$URL', '${TOKEN}']],
    [
      'wscat -H "Authorization: Bearer $(gcloud auth print-access-token)"',
      ['$(gcloud auth print-access-token)'],
    ],
    ['wscat -c $(cat url.txt)/p', ['$(cat url.txt)']],
    [`wscat -H 'Price: $5' -H "Price: \\$TOKEN"`, []],
  ])('lists what only a shell can fill in, in %j', (command, substitutions) => {
    expect(shellWords(command)).toMatchObject({ substitutions });
  });

  it.each([
    [`curl 'wss://host`, "The quote before “wss://host” is never closed: add ' where it ends."],
    [`curl "wss://host`, 'The quote before “wss://host” is never closed: add " where it ends.'],
  ])('says where the quote of %j is open', (command, message) => {
    expect(shellWords(command)).toEqual({ ok: false, message });
  });
});

describe('windowsWords', () => {
  it.each([
    ['curl "wss://host/?a=1&b=2" ^\r\n  -H "X-A: 1"', ['curl', 'wss://host/?a=1&b=2', '-H', 'X-A: 1']],
    [
      'curl ^"wss://host/?a=1^&b=%^20^" ^\n  -H ^"X-A: ^\\^"q^\\^"^"',
      ['curl', 'wss://host/?a=1&b=%20', '-H', 'X-A: "q"'],
    ],
    ['curl -H "X-Empty;" ""', ['curl', '-H', 'X-Empty;', '']],
  ])('splits %j', (command, words) => {
    expect(windowsWords(command)).toMatchObject({ words });
  });

  it.each([
    ['curl "x" ^\n -k', true],
    ['curl ^"x^"', true],
    ['curl "a^b"', false],
  ])('tells the command prompt in %j: %s', (command, isWindows) => {
    expect(isWindowsCommand(command)).toBe(isWindows);
  });
});
