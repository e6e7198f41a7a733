import { describe, expect, it } from 'vitest';
import { FAILURE_TEXTS } from './failureTexts.ts';

const FACTS = { peer: 'the proxy proxy.example.com:3128', host: 'a.example.com', limitMs: 5_000, detail: '' };

describe('FAILURE_TEXTS', () => {
  it.each(Object.entries(FAILURE_TEXTS))('says what went wrong and what to do: %s', (_, describeFailure) => {
    const { message, advice } = describeFailure(FACTS);
    expect(message).toMatch(/^[A-Z].+\.$/);
    expect(advice).toMatch(/^[A-Z].+\.$/);
    expect(message).not.toContain('undefined');
  });

  it('puts the detail behind what went wrong', () => {
    const { message } = FAILURE_TEXTS['tls-untrusted']({
      ...FACTS,
      peer: 'a.example.com:443',
      detail: 'It is self-signed.',
    });
    expect(message).toBe('The certificate of a.example.com:443 is not trusted. It is self-signed.');
  });

  it('writes limits as people say them', () => {
    expect(FAILURE_TEXTS['dns-timeout']({ ...FACTS, limitMs: 500 }).message).toContain('longer than 500 ms.');
    expect(FAILURE_TEXTS['dns-timeout'](FACTS).message).toContain('longer than 5 s.');
  });
});
