import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { NO_PAGE_POLICY, SECURITY_HEADERS, pageContentSecurityPolicy } from '../guard/securityHeaders.ts';
import { pathOf } from './callerOf.ts';
import type { PageFiles } from './pageFiles.ts';
import { NONCE_PLACEHOLDER } from './pageNonce.ts';

const INDEX = '/index.html';
/** Vite names these by a hash of their content. */
const HASHED_FOLDER = '/assets/';
const ONE_YEAR_S = 365 * 24 * 60 * 60;

export function servePage(files: PageFiles, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendText(response, 405, 'This server answers GET and HEAD here.\n', { allow: 'GET, HEAD' });
    return;
  }
  const path = pathOf(request);
  const name = path === '/' ? INDEX : (path ?? '');
  const file = files.get(name);
  if (file === undefined) {
    sendText(response, 404, 'There is nothing at this address. Postern is at /\n');
    return;
  }

  const isHtml = name.endsWith('.html');
  const nonce = newNonce();
  const body = isHtml ? file.body.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce) : file.body;
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    // On scripts too: a worker lives under the policy that its own script came with.
    'content-security-policy': pageContentSecurityPolicy({
      nonce,
      isDevServer: false,
      isScript: name.endsWith('.js'),
    }),
    'content-type': file.contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': cacheControlOf(name, isHtml),
  });
  // Node leaves the body of an answer to HEAD out by itself.
  response.end(body);
}

function cacheControlOf(name: string, isHtml: boolean): string {
  if (isHtml) return 'no-store';
  return name.startsWith(HASHED_FOLDER) ? `public, max-age=${ONE_YEAR_S}, immutable` : 'no-cache';
}

function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-security-policy': NO_PAGE_POLICY,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(text);
}
