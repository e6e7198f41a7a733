import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Answer, AnswerHeader } from '../server/answer.ts';
import type { Exchange } from '../server/exchange.ts';
import { readRequestBody } from '../server/readRequestBody.ts';
import { type Connections, GoneError, type ManagedConnection } from './connections.ts';

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

/** `@connections` over HTTP. Signatures are not verified, so any credentials will do: synthetic. */
export async function manageConnection(
  { call, answer }: Exchange,
  { stage, connectionId }: ManagementCall,
  connections: Connections,
): Promise<void> {
  try {
    const connection = connections.get(stage, connectionId);
    switch (call.method) {
      case 'GET':
        answer(success(200, describe(connection)));
        return;
      case 'DELETE':
        connection.disconnect();
        answer(success(204));
        return;
      case 'POST':
        answer(await post(connection, call.request));
        return;
      default:
        // What another method gets is not documented.
        answer(failure(403, 'ForbiddenException', '{"message":"Forbidden"}'));
    }
  } catch (error) {
    if (!(error instanceof GoneError)) throw error;
    // The type is documented, a body is not.
    answer(failure(410, error.code, ''));
  }
}

async function post(connection: ManagedConnection, request: IncomingMessage): Promise<Answer> {
  const body = await readRequestBody(request, MAX_POST_BYTES);
  // The type is documented, its wording is our choice.
  if (body === null) return failure(413, 'PayloadTooLargeException', '{"message":"Payload too large"}');
  connection.postText(body);
  return success(200);
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
