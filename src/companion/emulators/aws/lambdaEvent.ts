import { randomUUID } from 'node:crypto';
import type { Call } from '../server/call.ts';
import { newAwsId } from './ids.ts';
import type { LambdaEvent, RequestContext } from './lambda.ts';

/** What stays the same over all events of one connection. */
export type ConnectionFacts = Pick<
  RequestContext,
  'stage' | 'connectedAt' | 'identity' | 'domainName' | 'connectionId' | 'apiId'
>;

export function connectEvent(facts: ConnectionFacts, now: number, call: Call): LambdaEvent {
  const id = newAwsId();
  const multiValueHeaders = groupPairs(pairUp(call.request.rawHeaders));
  const multiValueQuery = groupPairs([...call.query]);
  return {
    headers: lastOfEach(multiValueHeaders),
    multiValueHeaders,
    ...(call.search === ''
      ? {}
      : {
          queryStringParameters: lastOfEach(multiValueQuery),
          multiValueQueryStringParameters: multiValueQuery,
        }),
    requestContext: {
      ...context(facts, now, '$connect', 'CONNECT'),
      // Only here are the two ids the same.
      requestId: id,
      extendedRequestId: id,
    },
    isBase64Encoded: false,
  };
}

export function messageEvent(
  facts: ConnectionFacts,
  now: number,
  routeKey: string,
  body: string,
): LambdaEvent {
  return {
    requestContext: { ...context(facts, now, routeKey, 'MESSAGE'), messageId: newAwsId() },
    body,
    isBase64Encoded: false,
  };
}

export function disconnectEvent(
  facts: ConnectionFacts,
  now: number,
  ending: { readonly closeCode: number; readonly reason: string },
): LambdaEvent {
  return {
    headers: { Host: facts.domainName, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
    multiValueHeaders: {
      Host: [facts.domainName],
      'x-api-key': [''],
      'X-Forwarded-For': [''],
      'x-restapi': [''],
    },
    requestContext: {
      ...context(facts, now, '$disconnect', 'DISCONNECT'),
      disconnectStatusCode: ending.closeCode,
      disconnectReason: ending.reason === '' ? (REASONS[ending.closeCode] ?? '') : ending.reason,
    },
    isBase64Encoded: false,
  };
}

/** What the event says when the client gave no reason (gateways.md 5.5). */
const REASONS: Readonly<Record<number, string>> = {
  1000: 'Connection Closed Normally',
  1005: 'Client-side close frame status not set',
};

function context(
  facts: ConnectionFacts,
  now: number,
  routeKey: string,
  eventType: RequestContext['eventType'],
): RequestContext {
  return {
    routeKey,
    eventType,
    extendedRequestId: newAwsId(),
    requestTime: commonLogTime(now),
    messageDirection: 'IN',
    requestTimeEpoch: now,
    requestId: randomUUID(),
    ...facts,
  };
}

/** `Mon, 19 Feb 2024 07:11:42 GMT` → `19/Feb/2024:07:11:42 +0000`. */
function commonLogTime(time: number): string {
  const [, day = '', month = '', year = '', clock = ''] = new Date(time).toUTCString().split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
}

function pairUp(rawHeaders: readonly string[]): [string, string][] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : []));
}

function groupPairs(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const groups: Record<string, string[]> = {};
  for (const [name, value] of pairs) groups[name] = [...(groups[name] ?? []), value];
  return groups;
}

function lastOfEach(groups: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, values.at(-1) ?? '']));
}
