import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../format/base64.ts';
import { loadAnswerReader } from './answerReader.ts';
import { refusedRecord, STARTED_AT } from './testing/handshakeRecords.ts';

const { diagnose } = await loadAnswerReader();

const NOW_S = STARTED_AT / 1_000;
const REFUSED = 'HTTP/1.1 401 Unauthorized\n\n{ "statusCode": 401, "message": "Unauthorized" }';

function jwt(claims: object): string {
  return [{ alg: 'none' }, claims]
    .map((part) => encodeBase64(new TextEncoder().encode(JSON.stringify(part))))
    .join('.')
    .replaceAll('=', '')
    .concat('.');
}

function firstOf(query: string, authorization: string | null = null) {
  const record = refusedRecord(`wss://svc.azure-api.net/wsapi?${query}`, REFUSED);
  const headers = authorization === null ? [] : [{ name: 'authorization', value: authorization }];
  return diagnose({ ...record, request: { requestLine: 'GET / HTTP/1.1', headers } }, 'auto')[0];
}

describe('a 401 that does not say why', () => {
  it('is laid on a token that had expired, wherever it stood, with its time and without its holder', () => {
    const expired = jwt({ sub: 'ada', aud: 'api://chat', exp: NOW_S - 60 });
    const expected = {
      id: 'apim-jwt-expired',
      confidence: 'inferred',
      title: 'A token that was sent had expired before this attempt: probably that is why it was refused.',
    };
    const quote = `exp ${NOW_S - 60} (2026-11-22 11:59:00 UTC)`;
    const inQuery = firstOf(`id=${expired}`);
    expect(inQuery).toMatchObject(expected);
    expect(inQuery?.evidence.at(-1)).toEqual({ where: 'id', quote });
    const inHeader = firstOf('', `Bearer ${expired}`);
    expect(inHeader).toMatchObject(expected);
    expect(inHeader?.evidence.at(-1)).toEqual({ where: 'authorization', quote });
    expect(JSON.stringify([inQuery, inHeader])).not.toContain('ada');
  });

  it('is laid on a token that is not valid yet', () => {
    expect(firstOf(`t=${jwt({ nbf: NOW_S + 60 })}`)).toMatchObject({ id: 'apim-jwt-not-yet-valid' });
  });

  it('shows what the policy compares of a token that may be good', () => {
    const finding = firstOf(`t=${jwt({ aud: ['a', 'b'], iss: 'https://issuer.example', exp: NOW_S + 60 })}`);
    expect(finding?.id).toBe('apim-policy-or-backend-refused');
    expect(finding?.evidence.at(-1)).toEqual({
      where: 't',
      quote: `aud a, b · iss https://issuer.example · exp ${NOW_S + 60} (2026-11-22 12:01:00 UTC)`,
    });
  });

  it('says that none was sent, and offers to send one', () => {
    const finding = firstOf('subscription-key=k');
    expect(finding?.evidence.at(-1)).toEqual({ where: 'Token', quote: 'no JWT was sent' });
    expect(finding?.fixes[0]?.action).toEqual({ kind: 'add-parameter', name: 'access_token' });
  });

  it('is told from the token at a server that nobody knows, too', () => {
    const plain = refusedRecord(`wss://host.example/?t=${jwt({ exp: NOW_S - 1 })}`, 'HTTP/1.1 401');
    expect(diagnose(plain, 'auto')[0]?.id).toBe('generic-token-expired');
    const early = refusedRecord(`wss://host.example/?t=${jwt({ nbf: NOW_S + 1 })}`, 'HTTP/1.1 401');
    expect(diagnose(early, 'auto')[0]?.id).toBe('generic-token-not-yet-valid');
  });

  it('is told of a Web PubSub token that is not valid yet', () => {
    const url = `wss://name.webpubsub.azure.com/client/hubs/chat?access_token=${jwt({ nbf: NOW_S + 60 })}`;
    expect(diagnose(refusedRecord(url, 'HTTP/1.1 401'), 'auto')).toMatchObject([
      { id: 'webpubsub-token-not-yet-valid', confidence: 'inferred' },
    ]);
  });
});
