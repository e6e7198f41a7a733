import { describe, expect, it } from 'vitest';
import type { ImportedProfile } from '#domain/profile/import/readImport.ts';
import { leftBehindRows, toImportRow } from './importRows.ts';

function imported(fields: Partial<ImportedProfile>): ImportedProfile {
  return {
    place: 'item[0]',
    id: null,
    fields: { name: 'Echo', folder: '', url: 'wss://h.example/p' },
    secrets: {},
    gateway: null,
    message: null,
    toFillIn: [],
    ...fields,
  };
}

describe('toImportRow', () => {
  it('says what there is to know of a profile, without its secrets', () => {
    expect(
      toImportRow(
        imported({
          fields: {
            name: 'Echo',
            folder: 'Contoso/chat',
            url: 'wss://contoso.azure-api.net/echo',
            description: 'Says it again.\nFor tests.',
            messages: [
              { id: 'm', name: 'Hello', mode: 'text', text: 'hi', binaryEncoding: 'hex' },
              { id: 'n', name: 'Empty', mode: 'text', text: '', binaryEncoding: 'hex' },
            ],
          },
          secrets: { a: 'hunter2', b: 'hunter3' },
          gateway: 'apim',
          toFillIn: ['token in the header Authorization'],
        }),
      ),
    ).toEqual({
      name: 'Echo',
      folder: 'Contoso / chat',
      url: 'wss://contoso.azure-api.net/echo',
      gateway: 'APIM',
      secrets: '2 secrets',
      messages: '2 messages',
      description: 'Says it again. For tests.',
      unusual: [],
      toFillIn: ['token in the header Authorization'],
      label: 'Echo, wss://contoso.azure-api.net/echo, in Contoso / chat, APIM, 2 secrets, 2 messages',
    });
  });

  it('says no more than there is', () => {
    expect(toImportRow(imported({ secrets: { a: 'x' } })).label).toBe('Echo, wss://h.example/p, 1 secret');
  });
});

describe('leftBehindRows', () => {
  it('puts what has one reason together, and counts places that are many', () => {
    const places = ['item[0]', 'item[1]', 'item[2]', 'item[3]', 'item[4]'];
    expect(
      leftBehindRows([
        { place: 'variable', reason: 'Another.' },
        ...places.map((place) => ({ place, reason: 'No WebSocket.' })),
        { place: '', reason: 'Nowhere.' },
      ]),
    ).toEqual([
      { reason: 'Another.', places: 'variable' },
      { reason: 'No WebSocket.', places: 'item[0] · item[1] · item[2] and 2 more' },
      { reason: 'Nowhere.', places: '' },
    ]);
  });
});
