import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Call } from '../server/call.ts';
import type { IamUser } from './iamUser.ts';

export type SignatureVerdict = 'valid' | 'missing' | 'expired' | 'wrong';

/** gateways.md 5.2: the service in the scope of every credential. */
const SERVICE = 'execute-api';

/** How far the clock of a signer may be off, as AWS's documentation of Signature Version 4 has it. */
const MAX_SKEW_MS = 5 * 60_000;

/** Judges the signature in the query of a presigned URL. */
export async function verifyPresigned(call: Call, user: IamUser, nowMs: number): Promise<SignatureVerdict> {
  const signed = readSigned({
    scope: call.query.get('X-Amz-Credential'),
    date: call.query.get('X-Amz-Date'),
    headerNames: call.query.get('X-Amz-SignedHeaders'),
    signature: call.query.get('X-Amz-Signature'),
  });
  if (signed === null) return 'missing';
  const expiresInS = Number(call.query.get('X-Amz-Expires'));
  const age = nowMs - signed.date.getTime();
  if (!Number.isInteger(expiresInS) || signed.accessKeyId !== user.accessKeyId) return 'wrong';
  if (age < -MAX_SKEW_MS || age >= expiresInS * 1000) return 'expired';

  const query = queryOf(call);
  for (const name of SIGNATURE_PARAMETERS) delete query[name];
  const request = { ...requestOf(call, signed.headerNames), query };
  const again = await signerFor(user, signed.region).presign(request, {
    signingDate: signed.date,
    expiresIn: expiresInS,
    // Presigning moves headers into the query: those that are signed here are to stay.
    unhoistableHeaders: new Set(signed.headerNames),
    signableHeaders: new Set(signed.headerNames),
  });
  return isEqual(String(again.query?.['X-Amz-Signature']), signed.signature) ? 'valid' : 'wrong';
}

/** Judges the signature in the `Authorization` header. */
export async function verifySignedHeaders(
  call: Call,
  body: Buffer,
  user: IamUser,
  nowMs: number,
): Promise<SignatureVerdict> {
  const { authorization = '', 'x-amz-date': date = null } = call.request.headers;
  const [, scope = null, headerNames = null, signature = null] =
    /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=(\w+)$/.exec(
      authorization,
    ) ?? [];
  const signed = readSigned({ scope, date: typeof date === 'string' ? date : null, headerNames, signature });
  if (signed === null) return 'missing';
  if (signed.accessKeyId !== user.accessKeyId) return 'wrong';
  if (Math.abs(nowMs - signed.date.getTime()) > MAX_SKEW_MS) return 'expired';

  const request = { ...requestOf(call, signed.headerNames), query: queryOf(call), body };
  const again = await signerFor(user, signed.region).sign(request, {
    signingDate: signed.date,
    signableHeaders: new Set(signed.headerNames),
  });
  const expected = /Signature=(\w+)$/.exec(again.headers['authorization'] ?? '')?.[1] ?? '';
  return isEqual(expected, signed.signature) ? 'valid' : 'wrong';
}

interface Signed {
  readonly accessKeyId: string;
  readonly region: string;
  readonly date: Date;
  readonly headerNames: readonly string[];
  readonly signature: string;
}

function readSigned(parts: {
  readonly scope: string | null;
  readonly date: string | null;
  readonly headerNames: string | null;
  readonly signature: string | null;
}): Signed | null {
  const { scope, headerNames, signature } = parts;
  if (scope === null || headerNames === null || signature === null) return null;
  const [accessKeyId = '', day = '', region = '', service, terminator] = scope.split('/');
  const date = readDate(parts.date ?? '');
  if (service !== SERVICE || terminator !== 'aws4_request') return null;
  if (date === null || !(parts.date ?? '').startsWith(day)) return null;
  return { accessKeyId, region, date, headerNames: headerNames.split(';'), signature };
}

/** `20261122T120000Z`. */
function readDate(text: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hours, minutes, seconds] = match;
  return new Date(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
}

/** Signs the same again: the signatures are the same if, and only if, the keys and the requests are. */
function signerFor({ accessKeyId, secretAccessKey }: IamUser, region: string): SignatureV4 {
  return new SignatureV4({
    service: SERVICE,
    region,
    credentials: { accessKeyId, secretAccessKey },
    sha256: NodeHash,
    applyChecksum: false,
  });
}

function requestOf({ request, method, path, host }: Call, headerNames: readonly string[]) {
  const headers = Object.fromEntries(
    headerNames.map((name) => [name, name === 'host' ? host : String(request.headers[name] ?? '')]),
  );
  return { method, protocol: 'http:', hostname: host, path, headers };
}

function queryOf({ query }: Call): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

/** What presigning adds by itself. */
const SIGNATURE_PARAMETERS = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Signature',
];

/** The hash that the library asks for: SHA-256, keyed where it gives a key. */
class NodeHash {
  readonly #hash;

  constructor(key?: unknown) {
    this.#hash = key === undefined ? createHash('sha256') : createHmac('sha256', toBytes(key));
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('A hash is for one digest here.');
  }
}

function toBytes(key: unknown): string | Uint8Array {
  if (typeof key === 'string' || key instanceof Uint8Array) return key;
  throw new TypeError('The key of a hash is text or bytes.');
}

function isEqual(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}
