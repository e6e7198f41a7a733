import type { HandshakeRecord, HandshakeStep, HeaderField } from '../../handshake/handshakeRecord.ts';
import { splitQuery } from '../../profile/queryText.ts';
import type { LogConnection } from './logEncoder.ts';

/** The standard fields of a HAR 1.2 entry, as Chrome writes them for a WebSocket, but for those known only at its end. */
export function harHead(connection: LogConnection, formatTime: (epochMs: number) => string): object {
  const { record, startedAt } = connection;
  const address = record?.remoteAddress ?? null;
  return {
    _resourceType: 'websocket',
    startedDateTime: formatTime(record?.startedAt ?? startedAt),
    request: harRequest(connection),
    response: harResponse(record),
    cache: {},
    timings: harTimings(record),
    ...(address === null ? {} : { serverIPAddress: withoutPort(address) }),
  };
}

const UNKNOWN_URL = 'wss://unknown.invalid/';

function harRequest({ url, record }: LogConnection): object {
  // A HAR entry has a URL: where the log does not say which, one that leads nowhere (RFC 2606).
  const target = record?.url ?? (url === '' ? UNKNOWN_URL : url);
  const [, query = ''] = /^[^?#]*\?([^#]*)/.exec(target) ?? [];
  return {
    method: record?.request?.requestLine.split(' ')[0] ?? 'GET',
    url: target,
    httpVersion: 'HTTP/1.1',
    headers: harHeaders(record?.request?.headers),
    queryString: splitQuery(query),
    cookies: [],
    headersSize: -1,
    bodySize: 0,
  };
}

/** Where the answer was not seen, it was what opens every WebSocket. */
function harResponse(record: HandshakeRecord | null): object {
  const response = record?.response;
  const location = response?.headers.find(({ name }) => name.toLowerCase() === 'location');
  return {
    status: response?.status ?? 101,
    statusText: response?.reason ?? 'Switching Protocols',
    httpVersion: `HTTP/${response?.httpVersion ?? '1.1'}`,
    headers: harHeaders(response?.headers),
    cookies: [],
    content: { size: 0, mimeType: 'x-unknown' },
    redirectURL: location?.value ?? '',
    headersSize: -1,
    bodySize: -1,
    _transferSize: 0,
    _error: null,
  };
}

function harHeaders(headers: readonly HeaderField[] | undefined): readonly HeaderField[] {
  return headers?.map(({ name, value }) => ({ name, value })) ?? [];
}

/** Milliseconds; -1 where a step did not happen or was not seen. `ssl` is a part of `connect`, as HAR has it. */
function harTimings(record: HandshakeRecord | null): object {
  const ssl = durationOf(record, 'tls');
  const tcp = durationOf(record, 'tcp');
  return {
    blocked: -1,
    dns: durationOf(record, 'dns'),
    connect: tcp < 0 ? -1 : tcp + Math.max(0, ssl),
    ssl,
    send: Math.max(0, durationOf(record, 'request')),
    wait: Math.max(0, durationOf(record, 'answer')),
    receive: 0,
  };
}

function durationOf(record: HandshakeRecord | null, step: HandshakeStep): number {
  const timing = record?.steps.find((timing) => timing.step === step);
  return timing === undefined || timing.endMs === null ? -1 : timing.endMs - timing.startMs;
}

function withoutPort(address: string): string {
  return address.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
}
