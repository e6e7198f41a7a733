import { expect, test } from 'vitest';
import { FILTER_HELP } from './filterHelp.ts';
import { parseFilter } from './parseFilter.ts';

test.each(FILTER_HELP.flatMap(({ examples }) => examples))(
  'the example $expression is right',
  ({ expression }) => {
    expect(parseFilter(expression)).toMatchObject({ ok: true });
  },
);
