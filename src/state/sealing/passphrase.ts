/**
 * Characters. Whoever has what is sealed can try passphrases on machines of their own for as long as they like, and a short
 * one is found: with a second for each try, twelve letters are out of reach, and so are four words that do not belong together.
 */
export const MIN_PASSPHRASE_LENGTH = 12;

/** Whether it is one to seal with; to open with, any is good that opens. */
export function isLongEnough(passphrase: string): boolean {
  return passphrase.length >= MIN_PASSPHRASE_LENGTH;
}
