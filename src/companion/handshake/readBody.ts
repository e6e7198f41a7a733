import { MAX_BODY_BYTES, type ResponseBody } from '#domain/handshake/handshakeRecord.ts';
import type { Readable } from 'node:stream';

/** A body on its way in. */
export interface BodyReading {
  /** Resolves at the end of the body, when `MAX_BODY_BYTES` are passed, or when the connection is lost. */
  readonly done: Promise<ResponseBody>;
  /** What there is, for those who wait no longer. */
  readonly soFar: () => ResponseBody;
}

export interface BodyStart {
  /** What has come already. */
  readonly head: Buffer;
  /** How long the body is; `null` when its stream knows its own end. */
  readonly length: number | null;
}

/** Keeps the beginning of a body, which may never end, and counts the rest. */
export function readBody(stream: Readable, { head, length }: BodyStart): BodyReading {
  const kept: Uint8Array[] = [];
  let receivedBytes = 0;

  const toBody = (isComplete: boolean): ResponseBody => ({
    base64: Buffer.concat(kept).subarray(0, MAX_BODY_BYTES).toString('base64'),
    receivedBytes,
    isTruncated: !isComplete || receivedBytes > MAX_BODY_BYTES,
  });
  const isComplete = (): boolean => length !== null && receivedBytes >= length;

  const done = new Promise<ResponseBody>((resolve) => {
    const take = (chunk: Buffer): void => {
      if (receivedBytes <= MAX_BODY_BYTES) kept.push(chunk);
      receivedBytes += chunk.byteLength;
      if (!isComplete() && receivedBytes <= MAX_BODY_BYTES) return;
      stream.off('data', take);
      stream.pause();
      resolve(toBody(isComplete()));
    };
    stream.on('data', take);
    stream.once('end', () => resolve(toBody(length === null || isComplete())));
    stream.once('error', () => resolve(toBody(isComplete())));
    stream.once('close', () => resolve(toBody(isComplete())));
    take(head);
  });
  return { done, soFar: () => toBody(isComplete()) };
}
