import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Answer, AnswerHeader } from '../server/answer.ts';
import type { Call } from '../server/call.ts';
import { readRequestBody } from '../server/readRequestBody.ts';
import { type Connections, GoneError, type ManagedConnection } from './connections.ts';
import type { IamUser } from './iamUser.ts';
import { verifySignedHeaders } from './signature.ts';

/** gateways.md 5.6. */
const MAX_POST_BYTES = 131_072;

export interface ManagementCall {
  readonly stage: string;
  readonly connectionId: string;
}

/** Reads `/{stage}/@connections/{connectionId}`; clients may write `@` and `=` percent-encoded. */
export function readManagementPath(path: string): ManagementCall | null {
  const match = /^\/([^/]+)\/(?:@|%40)connections\/([^/]+)$/i.exec(path);
  const [, stage, connectionId] = match ?? [];
  if (stage === undefined || connectionId === undefined) return null;
  return { stage, connectionId: connectionId.replaceAll(/%3D/gi, '=') };
}

export interface ManagementOptions {
  readonly connections: Connections;
  readonly iamUser: IamUser;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** `@connections` over HTTP. That the size is looked at before the signature is our choice. */
export async function manageConnection(
  call: Call,
  { stage, connectionId }: ManagementCall,
  { connections, iamUser, now }: ManagementOptions,
): Promise<Answer> {
  const body = await readRequestBody(call.request, MAX_POST_BYTES);
  // The type is documented, its wording is our choice.
  if (body === null) return failure(413, 'PayloadTooLargeException', '{"message":"Payload too large"}');
  if ((await verifySignedHeaders(call, body, iamUser, now)) !== 'valid') return forbidden();
  try {
    const connection = connections.get(stage, connectionId);
    switch (call.method) {
      case 'GET':
        return success(200, describe(connection));
      case 'DELETE':
        connection.disconnect();
        return success(204);
      case 'POST':
        connection.postText(body);
        return success(200);
      default:
        // What another method gets is not documented.
        return forbidden();
    }
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
    // The type is documented, a body is not.
    return failure(410, error.code, '');
  }
}

function forbidden(): Answer {
  return failure(403, 'ForbiddenException', '{"message":"Forbidden"}');
}

function describe({ connectedAt, lastActiveAt, identity }: ManagedConnection): string {
  const { sourceIp, userAgent } = identity;
  return JSON.stringify({
    connectedAt: new Date(connectedAt).toISOString(),
    identity: { sourceIp, userAgent },
    lastActiveAt: new Date(lastActiveAt()).toISOString(),
  });
}

function success(status: 200 | 204, body = ''): Answer {
  return respond(status, body, []);
}

function failure(status: number, errorType: string, body: string): Answer {
  return respond(status, body, [['x-amzn-ErrorType', errorType]]);
}

function respond(status: number, body: string, extraHeaders: readonly AnswerHeader[]): Answer {
  return {
    status,
    reasonPhrase: STATUS_CODES[status] ?? '',
    headers: [
      ...(body === '' ? [] : [['Content-Type', 'application/json'] as const]),
      // RFC 9110 section 8.6: none with a 204.
      ...(status === 204 ? [] : [['Content-Length', String(Buffer.byteLength(body))] as const]),
      ['x-amzn-RequestId', randomUUID()],
      ...extraHeaders,
    ],
    body,
  };
}
