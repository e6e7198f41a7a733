import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellCommand, shellString, shellWord } from './shell.ts';
import type { SnippetPart, SnippetText } from './snippetText.ts';

/** What the words are to a shell, which ends each with a NUL. */
function wordsOf(shell: 'sh' | 'bash', words: readonly string[], environment: Record<string, string> = {}) {
  const script = `printf '%s\\0' ${words.join(' ')}\n`;
  const { stdout, stderr, status } = spawnSync(shell, { input: script, env: environment, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\0').slice(0, -1);
}

const ATTACKS = [
  "'; touch x; '",
  '$(id)',
  '`id`',
  '"$HOME"',
  String.raw`\'`,
  '!!',
  '${IFS}',
  '-n',
  '',
  '\n',
  '*',
  '~',
];

const wellFormed = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''));
const texts = fc.oneof(
  wellFormed,
  fc.array(fc.constantFrom(...ATTACKS)).map((parts) => parts.join('')),
);
const SAMPLES = { numRuns: 400, seed: 1 };

describe('shellWord', () => {
  it.each([
    ['wss://host/?a=1&b=2', "'wss://host/?a=1&b=2'"],
    ["it's", String.raw`'it'\''s'`],
    ['bell\u0007', String.raw`$'bell\x07'`],
    ['', "''"],
  ])('writes %j as %s', (text, word) => {
    expect(shellString(text)).toBe(word);
  });

  it.each<[SnippetText, string]>([
    [[{ kind: 'secret', variable: 'KEY' }], '"${KEY:?}"'],
    [
      [
        { kind: 'text', text: 'Key: ' },
        { kind: 'secret', variable: 'KEY' },
      ],
      '"Key: ${KEY:?}"',
    ],
    [
      [
        { kind: 'text', text: '$5 for ' },
        { kind: 'secret', variable: 'KEY' },
        { kind: 'text', text: '!' },
      ],
      `'$5 for '"\${KEY:?}"'!'`,
    ],
  ])('reads the secret of %j from the environment', (text, word) => {
    expect(shellWord(text)).toBe(word);
  });

  it('is one word to sh, and that word alone, whatever the text', () => {
    // dash knows no `$'…'`, which only control characters need.
    const samples = fc.sample(texts, SAMPLES).map((text) => text.replaceAll(/[^\P{Cc}\n\t]/gu, ''));
    expect(wordsOf('sh', samples.map(shellString))).toEqual(samples);
  });

  it('is one word to bash, control characters and all', () => {
    const samples = fc.sample(texts, SAMPLES);
    expect(wordsOf('bash', samples.map(shellString))).toEqual(samples);
  });

  it('puts a secret into its place, whatever stands around it and in it', () => {
    const secret = `it's "$(id)" \`id\` \\ !!`;
    const part = fc.oneof(
      texts.map((text): SnippetPart => ({ kind: 'text', text })),
      fc.constant<SnippetPart>({ kind: 'secret', variable: 'KEY' }),
    );
    const samples = fc.sample(fc.array(part, { minLength: 1 }), SAMPLES);
    const expected = samples.map((parts) =>
      parts.map((one) => (one.kind === 'text' ? one.text : secret)).join(''),
    );
    expect(wordsOf('bash', samples.map(shellWord), { KEY: secret })).toEqual(expected);
  });
});

describe('shellCommand', () => {
  it('goes over several lines where there are several arguments', () => {
    expect(shellCommand('tool', ['-a', "'b'"], [])).toBe("tool \\\n  -a \\\n  'b'\n");
    expect(shellCommand('tool', ['-a'], [])).toBe('tool -a\n');
  });

  it('has nothing in its comments that a shell without comments would run', () => {
    expect(shellCommand('tool', ['-a'], ["Left out: $(id) `id` it's\n; rm"])).toBe(
      'tool -a\n# Left out:   id   id  it s   rm\n',
    );
  });
});
