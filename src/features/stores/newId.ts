/** Bytes of randomness in an id: 96 bits never collide on one device. */
const ID_BYTES = 12;

/** A fresh id for what a person makes: letters and digits, unguessable. Works on pages without a secure context too. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
