import { splitQuery, type QueryPair } from '../profile/queryText.ts';
import { parseUrl } from '../format/parseUrl.ts';
import { SIGNING_PARAMETERS } from './signingParameters.ts';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of temporary credentials; empty for others. */
  readonly sessionToken: string;
}

/** gateways.md 5.2: the service that a WebSocket API of API Gateway is signed for. */
export const EXECUTE_API = 'execute-api';

/** The service's own limit for a presigned URL (SigV4), minutes: seven days. */
export const MAX_PRESIGNED_MINUTES = 7 * 24 * 60;

/** The region in the host of an execute-api endpoint, of whatever partition; `null` for a custom domain. */
export function regionOf(url: string): string | null {
  return /\.execute-api\.([a-z0-9-]+)\./.exec(parseUrl(url)?.hostname ?? '')?.[1] ?? null;
}

export function checkAccessKeyId(accessKeyId: string): string | null {
  if (accessKeyId === '') return 'Enter the access key ID.';
  if (/^[A-Za-z0-9_]{4,128}$/.test(accessKeyId)) return null;
  return 'An access key ID has letters and digits only, such as AKIAIOSFODNN7EXAMPLE.';
}

export function checkSecretAccessKey(secretAccessKey: string): string | null {
  if (secretAccessKey === '') return 'Enter the secret access key.';
  return /\s/.test(secretAccessKey) ? 'The secret access key has a space or a line break in it.' : null;
}

/** AWS's prefixes: ASIA marks a key of temporary credentials, which is worth nothing without its session token. */
export function checkSessionToken({ accessKeyId, sessionToken }: AwsCredentials): string | null {
  if (sessionToken === '' && accessKeyId.startsWith('ASIA')) {
    return 'A key that begins with ASIA is temporary: enter its session token too.';
  }
  return /\s/.test(sessionToken) ? 'The session token has a space or a line break in it.' : null;
}

export function checkRegion(region: string): string | null {
  if (region === '') return 'Enter the region of the API: a custom domain does not say it.';
  return /^[a-z]{2,}(?:-[a-z]+)+-\d+$/.test(region) ? null : 'A region looks like eu-central-1.';
}

export function checkPresignedLifetime(minutes: number): string | null {
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_PRESIGNED_MINUTES) return null;
  return `The lifetime is a whole number of minutes from 1 to ${MAX_PRESIGNED_MINUTES} (seven days).`;
}

/**
 * A presigned query as rows of a profile, in AWS's order. Values are written as they must be sent: a plus sign in a
 * session token would be read as a space.
 */
export function signingPairs(query: Readonly<Record<string, string>>): readonly QueryPair[] {
  const names = SIGNING_PARAMETERS.filter((name) => query[name] !== undefined);
  return splitQuery(names.map((name) => `${name}=${encodeURIComponent(query[name] ?? '')}`).join('&'));
}
