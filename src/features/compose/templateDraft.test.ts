import { expect, it } from 'vitest';
import { templateDraft } from './templateDraft.ts';

it('lays JSON out over lines', () => {
  expect(templateDraft({ text: '{"action":"echo"}' })).toEqual({
    mode: 'json',
    text: '{\n  "action": "echo"\n}',
    binaryEncoding: 'hex',
  });
});

it('takes any other text as it is', () => {
  expect(templateDraft({ text: 'Hello' })).toEqual({
    mode: 'text',
    text: 'Hello',
    binaryEncoding: 'hex',
  });
});
