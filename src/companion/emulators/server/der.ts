/** The few DER types (ITU-T X.690) that a self-signed certificate is made of. */

export function sequence(...items: readonly Uint8Array[]): Buffer {
  return tagged(0x30, ...items);
}

export function set(...items: readonly Uint8Array[]): Buffer {
  return tagged(0x31, ...items);
}

/** `[number]`, constructed. */
export function explicit(number: number, ...items: readonly Uint8Array[]): Buffer {
  return tagged(0xa0 | number, ...items);
}

/** `[number] IMPLICIT` of a string type. */
export function implicit(number: number, content: Uint8Array): Buffer {
  return tagged(0x80 | number, content);
}

/** A number that is not negative, big-endian. */
export function integer(bytes: Uint8Array): Buffer {
  const needsSign = ((bytes[0] ?? 0) & 0x80) !== 0;
  return needsSign ? tagged(0x02, Buffer.of(0), bytes) : tagged(0x02, bytes);
}

export function bitString(bytes: Uint8Array): Buffer {
  const unusedBits = Buffer.of(0);
  return tagged(0x03, unusedBits, bytes);
}

export function octetString(bytes: Uint8Array): Buffer {
  return tagged(0x04, bytes);
}

export function utf8String(text: string): Buffer {
  return tagged(0x0c, Buffer.from(text));
}

export function boolean(value: boolean): Buffer {
  return tagged(0x01, Buffer.of(value ? 0xff : 0));
}

/** Milliseconds since the epoch, to the second. RFC 5280 section 4.1.2.5 wants this type until the end of 2049. */
export function utcTime(time: number): Buffer {
  const digits = new Date(time).toISOString().slice(2, 19).replaceAll(/\D/g, '');
  return tagged(0x17, Buffer.from(`${digits}Z`));
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const digits = [arc & 0x7f];
  for (let left = arc >>> 7; left > 0; left >>>= 7) digits.unshift((left & 0x7f) | 0x80);
  return digits;
}

function tagged(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.of(tag), lengthOf(content), content]);
}

function lengthOf({ length }: Uint8Array): Buffer {
  if (length < 0x80) return Buffer.of(length);
  const digits: number[] = [];
  for (let left = length; left > 0; left >>>= 8) digits.unshift(left & 0xff);
  return Buffer.of(0x80 | digits.length, ...digits);
}
