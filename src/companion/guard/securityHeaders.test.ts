import { describe, expect, it } from 'vitest';
import { SECURITY_HEADERS, pageContentSecurityPolicy } from './securityHeaders.ts';

describe('pageContentSecurityPolicy', () => {
  it('allows the page its own files and WebSockets, and nothing inline but what has the nonce', () => {
    expect(pageContentSecurityPolicy({ nonce: 'n0nce', isDevServer: false }).split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-n0nce'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self' ws: wss:",
      "worker-src 'self'",
      "manifest-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('differs in the dev server by the nonce for scripts alone', () => {
    const dev = pageContentSecurityPolicy({ nonce: 'n0nce', isDevServer: true });
    const built = pageContentSecurityPolicy({ nonce: 'n0nce', isDevServer: false });
    expect(dev.replace("script-src 'self' 'nonce-n0nce'", "script-src 'self'")).toBe(built);
    expect(dev).not.toContain('unsafe');
  });

  it('lets a script that may be a worker’s compile WebAssembly, and evaluate nothing', () => {
    const page = pageContentSecurityPolicy({ nonce: 'n0nce', isDevServer: false });
    const script = pageContentSecurityPolicy({ nonce: 'n0nce', isDevServer: false, isScript: true });
    expect(script.replace("script-src 'self' 'wasm-unsafe-eval'", "script-src 'self'")).toBe(page);
  });
});

describe('SECURITY_HEADERS', () => {
  it('lets no other origin read anything', () => {
    expect(Object.keys(SECURITY_HEADERS).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
