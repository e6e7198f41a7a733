import { STATUS_CODES } from 'node:http';
import { parse } from 'lossless-json';
import type { Payload } from '../backends/chatEventHandler.ts';
import type { Answer, Confidence, Refusal } from '../server/answer.ts';
import { bearerTokenOf, type Call, headerOf } from '../server/call.ts';
import { readRequestBody } from '../server/readRequestBody.ts';
import { isServiceToken } from './clientToken.ts';
import { MAX_MESSAGE_BYTES } from './closes.ts';
import { type Filter, parseFilter } from './filter.ts';
import { FilterError } from './filterTokens.ts';
import type { Hub } from './hub.ts';
import { isHubName } from './hubName.ts';
import { REST_ROUTES, type RestResult } from './restRoutes.ts';

/** The order of the checks and the bodies of the refusals are the emulator's: the sheet has neither (gateways.md 3.3). */
const REFUSALS = {
  unauthorized: () => refusal(401, '?'),
  unknownRoute: () => refusal(404, '?'),
  /** How the service words it is documented for one mistake of many. */
  badFilter: (problem: string) => refusal(400, '?', problem),
  /** The service makes tokens for callers with an Entra identity; this emulator says that it does not. */
  tokensNotEmulated: () =>
    refusal(
      501,
      '?',
      'This local gateway does not make tokens: sign them with the access key. The service does both.',
    ),
} as const;

export interface RestApiOptions {
  readonly accessKey: string;
  readonly now: number;
  readonly hubNamed: (name: string) => Hub;
}

export function isRestCall({ path }: Call): boolean {
  return path.startsWith('/api/');
}

/** The service's data-plane REST API, which the application calls with a token signed by the access key. */
export async function answerRestCall(call: Call, options: RestApiOptions): Promise<Answer> {
  const [hubName, rest] = splitPath(call.path);
  if (!isHubName(hubName)) return REFUSALS.unknownRoute();
  const token = bearerTokenOf(call) ?? '';
  if (!isServiceToken(token, call.path, options.accessKey, options.now)) return REFUSALS.unauthorized();
  if (rest === '/:generateToken') return REFUSALS.tokensNotEmulated();
  for (const route of REST_ROUTES) {
    const values = route.method === call.method ? match(route.path, rest) : null;
    if (values === null) continue;
    const filter = readFilter(call);
    if (filter instanceof FilterError) return REFUSALS.badFilter(filter.message);
    const result = await route.run({
      hub: options.hubNamed(hubName),
      at: (name) => values.get(name) ?? '',
      query: call.query,
      filter,
      payload: () => readPayload(call),
    });
    return toAnswer(result);
  }
  return REFUSALS.unknownRoute();
}

function readFilter({ query }: Call): Filter | FilterError {
  const text = query.get('filter');
  if (text === null) return () => true;
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof FilterError) return error;
    throw error;
  }
}

/** `/api/hubs/{hub}` and what comes after it. */
function splitPath(path: string): readonly [hub: string, rest: string] {
  const [, hub = '', rest = ''] = /^\/api\/hubs\/([^/]+)(.*)$/.exec(path) ?? [];
  return [decodeSegment(hub), rest];
}

function match(template: string, path: string): ReadonlyMap<string, string> | null {
  const [expected, actual] = [template.split('/'), path.split('/')];
  if (expected.length !== actual.length) return null;
  const values = new Map<string, string>();
  for (const [index, segment] of expected.entries()) {
    const value = decodeSegment(actual[index] ?? '');
    const name = /^\{(.*)\}$/.exec(segment)?.[1];
    if (name !== undefined) values.set(name, value);
    else if (value !== segment) return null;
  }
  return values;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray per cent sign: the segment means what it says.
    return segment;
  }
}

/** A body as its content type says: JSON is kept number by number. */
async function readPayload(call: Call): Promise<Payload | null> {
  const body = await readRequestBody(call.request, MAX_MESSAGE_BYTES);
  if (body === null) return null;
  const [mediaType = ''] = (headerOf(call, 'Content-Type') ?? '').split(';');
  switch (mediaType.trim().toLowerCase()) {
    case 'text/plain':
      return { dataType: 'text', data: body.toString() };
    case 'application/octet-stream':
      return { dataType: 'binary', data: body.toString('base64') };
    case 'application/json':
      return readJson(body.toString());
    default:
      return null;
  }
}

function readJson(text: string): Payload | null {
  try {
    return { dataType: 'json', data: parse(text) };
  } catch {
    // No JSON in spite of its type: the caller answers 400.
    return null;
  }
}

function toAnswer({ status, json }: RestResult): Answer {
  const body = json === undefined ? '' : JSON.stringify(json);
  return {
    status,
    reasonPhrase: STATUS_CODES[status] ?? '',
    headers: [
      ...(json === undefined ? [] : [['Content-Type', 'application/json; charset=utf-8'] as const]),
      // RFC 9110 section 8.6: none with a 204.
      ...(status === 204 ? [] : [['Content-Length', String(Buffer.byteLength(body))] as const]),
    ],
    body,
  };
}

function refusal(status: number, confidence: Confidence, body = ''): Refusal {
  return {
    status,
    reasonPhrase: STATUS_CODES[status] ?? '',
    headers: [
      ...(body === '' ? [] : [['Content-Type', 'text/plain'] as const]),
      ['Content-Length', String(Buffer.byteLength(body))],
    ],
    body,
    confidence,
    source: 'gateways.md 3.3',
  };
}
