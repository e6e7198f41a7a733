import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ApiProblem } from '#wire/companionApi.ts';
import { NO_PAGE_POLICY, SECURITY_HEADERS } from '../guard/securityHeaders.ts';
import type { Refusal } from '../guard/refusal.ts';

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...jsonHeaders(text.byteLength),
    ...headers,
  });
  response.end(text);
}

export function sendEmpty(response: ServerResponse, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(204, { ...SECURITY_HEADERS, 'cache-control': 'no-store', ...headers });
  response.end();
}

export function sendProblem(
  response: ServerResponse,
  refusal: Refusal,
  headers: OutgoingHttpHeaders = {},
): void {
  sendJson(response, refusal.status, problemOf(refusal), headers);
}

export function problemOf({ code, message }: Refusal): ApiProblem {
  return { code, message };
}

export function jsonHeaders(byteLength: number): Readonly<Record<string, string>> {
  return {
    ...SECURITY_HEADERS,
    'content-security-policy': NO_PAGE_POLICY,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(byteLength),
    'cache-control': 'no-store',
  };
}
