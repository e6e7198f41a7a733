import { describe, expect, it } from 'vitest';
import { readConnectionString } from './connectionString.ts';

describe('readConnectionString', () => {
  it.each([
    [
      'Endpoint=https://contoso.webpubsub.azure.com;AccessKey=c2VjcmV0a2V5LTEyMzQ1Ng==;Version=1.0;',
      'https://contoso.webpubsub.azure.com',
    ],
    [
      ' endpoint=https://contoso.webpubsub.azure.com/;accesskey=c2VjcmV0a2V5LTEyMzQ1Ng== ',
      'https://contoso.webpubsub.azure.com',
    ],
    [
      'Endpoint=http://127.0.0.1:4111;AccessKey=c2VjcmV0a2V5LTEyMzQ1Ng==;Version=1.0;',
      'http://127.0.0.1:4111',
    ],
    [
      'Endpoint=http://localhost;AccessKey=c2VjcmV0a2V5LTEyMzQ1Ng==;Port=8080;Version=1.0;',
      'http://localhost:8080',
    ],
  ])('reads %s', (text, endpoint) => {
    expect(readConnectionString(text)).toEqual({
      ok: true,
      connection: { endpoint, accessKey: 'c2VjcmV0a2V5LTEyMzQ1Ng==' },
    });
  });

  it.each([
    ['', 'Paste the connection string'],
    ['wss://contoso.webpubsub.azure.com', 'no “Endpoint=…”'],
    ['Endpoint=https://contoso.webpubsub.azure.com;AuthType=azure;Version=1.0;', 'no “AccessKey=…”'],
    ['Endpoint=https://contoso.webpubsub.azure.com;AccessKey=not a key!;Version=1.0;', 'cut or changed'],
    ['Endpoint=https://contoso.webpubsub.azure.com;AccessKey=c2VjcmV0;Version=2.0;', 'another version'],
    ['Endpoint=contoso;AccessKey=c2VjcmV0;Version=1.0;', 'no https:// URL'],
    ['Endpoint=ftp://contoso;AccessKey=c2VjcmV0;Version=1.0;', 'no https:// URL'],
  ])('says what is wrong with %s', (text, part) => {
    const reading = readConnectionString(text);
    expect(reading.ok ? '' : reading.message).toContain(part);
    expect(JSON.stringify(reading)).not.toContain('c2VjcmV0');
  });
});
