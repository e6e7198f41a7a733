export type SealErrorCode =
  | 'not-opened'
  | 'seal-damaged'
  | 'seal-newer'
  | 'seal-too-costly'
  | 'seal-too-large'
  | 'no-encryption';

/** Something that could not be sealed or opened. The message is for the person at the page, and quotes nothing. */
export class SealError extends Error {
  override readonly name = 'SealError';
  readonly code: SealErrorCode;

  constructor(code: SealErrorCode, options?: ErrorOptions) {
    super(MESSAGES[code], options);
    this.code = code;
  }
}

const MESSAGES: Readonly<Record<SealErrorCode, string>> = {
  // AES-GCM says no more than that the two do not fit: which of them is wrong, nobody can tell from here.
  'not-opened':
    'This passphrase does not open it. Either it was sealed with another passphrase (mind upper and lower case, and spaces), or it has been changed since: from here the two look the same.',
  'seal-damaged':
    'What is sealed is damaged: it has been cut or changed, and no passphrase opens it any more.',
  'seal-newer':
    'This was sealed in a way that this version of Postern does not know. Open it with a newer one.',
  'seal-too-costly':
    'To open this would take more memory or time than Postern ever asks for when it seals, so nothing was tried: it may be meant to stop your machine.',
  'seal-too-large': 'This is too much to be sealed.',
  'no-encryption':
    'The browser encrypts only on pages that came over https: or from this machine, and this one did not.',
};
