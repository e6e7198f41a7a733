import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { deriveKey } from './deriveKey.ts';
import type { DeriveKey } from './deriveKey.ts';
import { openText, sealText } from './sealText.ts';
import { OWN_DERIVATION } from './sealedText.ts';

/** Argon2id as it is, with as little work as it allows: what is tested here is not how long it takes. */
const quick: DeriveKey = (passphrase, kdf) => deriveKey(passphrase, { ...kdf, memoryKiB: 8, passes: 1 });

const TERMS = { passphrase: 'correct horse battery', context: 'wss://gateway.example.com/', derive: quick };

function withPart(sealed: string, index: number, part: string): string {
  return sealed
    .split('.')
    .map((own, place) => (place === index ? part : own))
    .join('.');
}

describe('a sealed text', () => {
  it('says how its key is derived, and opens with its passphrase', async () => {
    const sealed = await sealText('not-a-real-key', TERMS);
    expect(sealed).toMatch(/^1\.argon2id\.19456\.2\.1\.[\w-]{22}\.[\w-]{16}\.[\w-]+$/);
    expect(await openText(sealed, TERMS)).toBe('not-a-real-key');
  });

  it('opens as it was, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), async (text, context) => {
        expect(await openText(await sealText(text, { ...TERMS, context }), { ...TERMS, context })).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('is another one each time', async () => {
    const [one, other] = await Promise.all([sealText('a', TERMS), sealText('a', TERMS)]);
    const parts = (sealed: string) => sealed.split('.').slice(5);
    for (const part of parts(one)) expect(parts(other)).not.toContain(part);
  });

  it('opens with its passphrase typed on another machine', async () => {
    const sealed = await sealText('a', { ...TERMS, passphrase: 'schlüssel' });
    expect(await openText(sealed, { ...TERMS, passphrase: 'schlu\u0308ssel' })).toBe('a');
  });

  it.each([
    ['another passphrase', { passphrase: 'Correct horse battery' }],
    ['beside another text', { context: 'wss://evil.example/' }],
  ])('does not open with %s, and says that it may be either', async (_, terms) => {
    const sealed = await sealText('a', TERMS);
    await expect(openText(sealed, { ...TERMS, ...terms })).rejects.toMatchObject({
      code: 'not-opened',
      message: expect.stringContaining('from here the two look the same') as string,
    });
  });

  it.each([
    ['its memory', 2, '19457'],
    ['its passes', 3, '3'],
    ['its lanes', 4, '2'],
    ['its salt', 5, 'AAAAAAAAAAAAAAAAAAAAAA'],
    ['its vector', 6, 'AAAAAAAAAAAAAAAA'],
    ['a byte of it', 7, 'AAAAAAAAAAAAAAAAAAAAAAA'],
  ])('does not open with %s changed', async (_, index, part) => {
    // The key is derived as if nothing had been changed: that the header is sealed too is what keeps it shut.
    const key = await deriveKey('k', { ...OWN_DERIVATION, memoryKiB: 8, salt: new Uint8Array(16) });
    const terms = { ...TERMS, derive: () => Promise.resolve(key) };
    const sealed = await sealText('a', terms);
    expect(await openText(sealed, terms)).toBe('a');
    await expect(openText(withPart(sealed, index, part), terms)).rejects.toMatchObject({
      code: 'not-opened',
    });
  });
});

describe('a sealed text from somebody else', () => {
  const salt = 'AAAAAAAAAAAAAAAAAAAAAA';
  const iv = 'AAAAAAAAAAAAAAAA';
  const rest = `${salt}.${iv}.${'A'.repeat(40)}`;

  it.each([
    ['that is none', 'hello', 'seal-damaged'],
    ['that is no text', { kdf: 'argon2id' }, 'seal-damaged'],
    ['that was cut', `1.argon2id.19456.2.1.${salt}.${iv}`, 'seal-damaged'],
    ['with a short tag', `1.argon2id.19456.2.1.${salt}.${iv}.AAAA`, 'seal-damaged'],
    ['with a short salt', `1.argon2id.19456.2.1.AAAA.${iv}.${'A'.repeat(40)}`, 'seal-damaged'],
    ['with no memory', `1.argon2id.0.2.1.${rest}`, 'seal-damaged'],
    ['with less memory than there is', `1.argon2id.8.2.2.${rest}`, 'seal-damaged'],
    ['with part of a pass', `1.argon2id.19456.1.5.1.${rest}`, 'seal-damaged'],
    ['with a negative one', `1.argon2id.19456.-1.1.${rest}`, 'seal-damaged'],
    ['that fills a gibibyte', `1.argon2id.1048576.1.1.${rest}`, 'seal-too-costly'],
    ['that takes a thousand passes', `1.argon2id.8.1000.1.${rest}`, 'seal-too-costly'],
    ['that takes a hundred lanes', `1.argon2id.19456.1.100.${rest}`, 'seal-too-costly'],
    ['that takes minutes with little of each', `1.argon2id.65536.16.1.${rest}`, 'seal-too-costly'],
    ['of a later version', `2.argon2id.19456.2.1.${rest}`, 'seal-newer'],
    ['with another derivation', `1.scrypt.19456.2.1.${rest}`, 'seal-newer'],
    ['without end', `1.argon2id.19456.2.1.${salt}.${iv}.${'A'.repeat(400_000)}`, 'seal-too-large'],
  ])('%s is refused before anything is derived', async (_, sealed, code) => {
    const derive = vi.fn(quick);
    await expect(openText(sealed, { ...TERMS, derive })).rejects.toMatchObject({ code });
    expect(derive).not.toHaveBeenCalled();
  });

  it('is not made of more than fits', async () => {
    await expect(sealText('a'.repeat(300_000), TERMS)).rejects.toMatchObject({ code: 'seal-too-large' });
  });
});

describe('the key of a passphrase', () => {
  it('is that of Argon2id, as the reference implementation has it for its own test', async () => {
    // argon2/src/test.c: version 0x13, 2 passes, 2^8 KiB, 1 lane.
    const expected = '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe';
    const salt = new TextEncoder().encode('somesalt');
    const key = await deriveKey('password', { name: 'argon2id', memoryKiB: 256, passes: 2, lanes: 1, salt });
    expect(key.extractable).toBe(false);
    const same = await crypto.subtle.importKey('raw', Buffer.from(expected, 'hex'), 'AES-GCM', false, [
      'decrypt',
    ]);
    const algorithm = { name: 'AES-GCM', iv: new Uint8Array(12) };
    const sealed = await crypto.subtle.encrypt(algorithm, key, salt);
    expect(new Uint8Array(await crypto.subtle.decrypt(algorithm, same, sealed))).toEqual(salt);
  });
});
