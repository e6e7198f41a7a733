import { expect, test } from 'vitest';
import { parseExtensions, type Extension } from './extension.ts';
import { checkPerMessageDeflate } from './perMessageDeflate.ts';

const OFFERED = 'permessage-deflate; client_max_window_bits';

test.each([
  'permessage-deflate',
  'permessage-deflate; server_no_context_takeover; client_no_context_takeover',
  'permessage-deflate; server_max_window_bits=8; client_max_window_bits=15',
  'permessage-deflate; client_max_window_bits="10"',
])('accepts %s', (accepted) => {
  expect(check(OFFERED, accepted)).toBeNull();
});

test.each([
  ['server_max_window_bits', 'server_max_window_bits must have a value from 8 to 15.'],
  ['server_max_window_bits=7', 'server_max_window_bits must have a value from 8 to 15.'],
  ['server_max_window_bits=16', 'server_max_window_bits must have a value from 8 to 15.'],
  ['server_max_window_bits=010', 'server_max_window_bits must have a value from 8 to 15.'],
  ['client_max_window_bits', 'client_max_window_bits must have a value from 8 to 15.'],
  ['client_no_context_takeover=1', 'client_no_context_takeover takes no value.'],
  [
    'server_no_context_takeover; server_no_context_takeover',
    'server_no_context_takeover stands there twice.',
  ],
  ['level=9', 'level is no parameter of permessage-deflate.'],
])('refuses the parameter %s', (parameters, message) => {
  expect(check(OFFERED, `permessage-deflate; ${parameters}`)).toBe(message);
});

test('refuses a limit of the window that the client did not offer to keep', () => {
  expect(check('permessage-deflate', 'permessage-deflate; client_max_window_bits=10')).toBe(
    'client_max_window_bits was accepted and was not offered.',
  );
});

function check(offered: string, accepted: string): string | null {
  return checkPerMessageDeflate(read(offered), firstOf(read(accepted)));
}

function read(header: string): readonly Extension[] {
  const parsed = parseExtensions(header);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.extensions;
}

function firstOf(extensions: readonly Extension[]): Extension {
  const [extension] = extensions;
  if (extension === undefined) throw new Error('The header lists no extension.');
  return extension;
}
