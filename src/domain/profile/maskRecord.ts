import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { maskHeaders, maskUrl } from './maskUrl.ts';

/** The record as it may be shown: the credentials of its URL, request line and headers replaced (design.md section 6). */
export function maskRecord(record: HandshakeRecord, secretNames: readonly string[] = []): HandshakeRecord {
  const { request, response } = record;
  return {
    ...record,
    url: maskUrl(record.url, secretNames),
    request:
      request === null
        ? null
        : {
            requestLine: maskRequestLine(request.requestLine, secretNames),
            headers: maskHeaders(request.headers, secretNames),
          },
    response: response === null ? null : { ...response, headers: maskHeaders(response.headers, secretNames) },
  };
}

function maskRequestLine(line: string, secretNames: readonly string[]): string {
  const [method = '', target = '', ...version] = line.split(' ');
  return [method, maskUrl(target, secretNames), ...version].join(' ');
}
