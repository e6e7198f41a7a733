import { createHash, createHmac } from 'node:crypto';
import type { IamUser } from './iamUser.ts';

const REGION = 'us-east-1';

/**
 * A presigned `wss` URL, written out by hand after AWS's description of Signature Version 4: the emulator verifies with a
 * library, so that neither can be wrong without the other telling. `expiresInS` is a week at most.
 */
export function presignedUrl(
  url: string,
  user: IamUser,
  { signedAtMs, expiresInS }: { readonly signedAtMs: number; readonly expiresInS: number },
): string {
  const { host, pathname } = new URL(url);
  const time = new Date(signedAtMs).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const day = time.slice(0, 8);
  const scope = `${day}/${REGION}/execute-api/aws4_request`;
  const query = new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${user.accessKeyId}/${scope}`,
    'X-Amz-Date': time,
    'X-Amz-Expires': String(expiresInS),
    'X-Amz-SignedHeaders': 'host',
  });
  const canonical = ['GET', pathname, query.toString(), `host:${host}`, '', 'host', sha256('')].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
  const key = [day, REGION, 'execute-api', 'aws4_request'].reduce<string | Buffer>(
    (parent, text) => hmac(parent, text),
    `AWS4${user.secretAccessKey}`,
  );
  query.append('X-Amz-Signature', hmac(key, toSign).toString('hex'));
  return `${url}?${query.toString()}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
