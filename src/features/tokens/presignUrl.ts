import { SignatureV4 } from '@smithy/signature-v4';
import { signingPairs, type AwsCredentials } from '#domain/token/awsSigning.ts';
import type { QueryPair } from '#domain/profile/queryText.ts';
import { WebCryptoHash } from './webCryptoHash.ts';

export interface PresignRequest {
  /** `ws:` or `wss:`, with the query that goes with it, unsigned. */
  readonly url: URL;
  readonly region: string;
  readonly service: string;
  readonly credentials: AwsCredentials;
  readonly lifetimeSeconds: number;
  readonly now: Date;
}

/** The query parameters that presign a GET of `url` (AWS Signature Version 4), in AWS's order. */
export async function presignUrl(request: PresignRequest): Promise<readonly QueryPair[]> {
  const { url, region, service, credentials } = request;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const signer = new SignatureV4({
    region,
    service,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) },
    sha256: WebCryptoHash,
    applyChecksum: false,
  });
  const signed = await signer.presign(
    {
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      query: queryOf(url),
      headers: { host: url.host },
    },
    { expiresIn: request.lifetimeSeconds, signingDate: request.now },
  );
  return signingPairs(
    Object.fromEntries(Object.entries(signed.query ?? {}).map(([name, value]) => [name, String(value)])),
  );
}

function queryOf({ searchParams }: URL): Record<string, string[]> {
  return Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
}
