import { MIN_PASSPHRASE_LENGTH } from '#state/sealing/passphrase.ts';

/** What a passphrase to seal with has to be, and why; `what` is what others might get hold of. */
export function passphraseHint(what: string): string {
  return `At least ${MIN_PASSPHRASE_LENGTH} characters, for who has ${what} can try as many as they like: four words that do not belong together are good.`;
}
