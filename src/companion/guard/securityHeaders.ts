/** On every answer. No CORS header is among them, nor anywhere else in the companion. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** For answers that are no page, should a browser ever show one as such. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'";

export interface PagePolicy {
  /** Lets the `<style>` elements through that component libraries add at run time (scroll lock); new for each answer. */
  readonly nonce: string;
  /** Vite's dev server starts React's hot reload with an inline script, which carries the same nonce. */
  readonly isDevServer: boolean;
  /**
   * For a script of its own, which may be a worker's: the engine's compiles the WebAssembly that searches the log. The
   * source is named after `eval`, but lets no JavaScript be made of text.
   */
  readonly isScript?: boolean;
}

/**
 * The page's Content-Security-Policy: nothing from anywhere else, but WebSockets to anywhere, since that is what the
 * Browser transport is for.
 */
export function pageContentSecurityPolicy({ nonce, isDevServer, isScript = false }: PagePolicy): string {
  const script = isDevServer ? `script-src 'self' 'nonce-${nonce}'` : "script-src 'self'";
  return [
    "default-src 'none'",
    isScript ? `${script} 'wasm-unsafe-eval'` : script,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' ws: wss:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
