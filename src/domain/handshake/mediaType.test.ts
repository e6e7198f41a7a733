import { expect, test } from 'vitest';
import { parseMediaType } from './mediaType.ts';

test.each([
  ['application/json', 'application/json', null],
  ['Text/HTML; Charset=UTF-8', 'text/html', 'utf-8'],
  ['text/plain;boundary=x; charset="utf-8"', 'text/plain', 'utf-8'],
  ['text/plain; charset=', 'text/plain', null],
  ['nonsense', '', null],
  ['', '', null],
  [null, '', null],
])('reads %j', (contentType, essence, charset) => {
  expect(parseMediaType(contentType)).toEqual({ essence, charset });
});
