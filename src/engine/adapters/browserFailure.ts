import type { HandshakeFailure } from '#domain/handshake/handshakeRecord.ts';

/** What a page can say of an attempt that did not open: next to nothing (gateways.md G1). */
export const BROWSER_HIDDEN: HandshakeFailure = {
  step: 'answer',
  code: 'browser-hidden',
  message:
    'The connection did not open. Browsers do not tell a page why: a refusal, an unknown host and a bad certificate all look alike to it.',
  advice: 'Ask the companion: it makes the same attempt itself and shows the answer.',
  systemCode: null,
};

export function browserTimeout(limitMs: number): HandshakeFailure {
  return {
    step: 'answer',
    code: 'answer-timeout',
    message: `The connection did not open within ${Math.round(limitMs / 1_000)} seconds.`,
    advice:
      'Ask the companion, which shows the step that takes so long, or raise the time limits under Options.',
    systemCode: null,
  };
}

/** The constructor itself refused: the URL or a subprotocol, or an insecure URL from a secure page. */
export function browserRefusal(error: unknown): HandshakeFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : null;
  const isMixed = name === 'SecurityError';
  return {
    step: 'request',
    code: 'request-invalid',
    message: isMixed
      ? 'The browser does not let a page loaded over https open a ws: connection.'
      : 'The browser does not accept this URL or one of the subprotocols.',
    advice: isMixed
      ? 'Use a wss: URL or the Companion transport.'
      : 'Use an absolute ws: or wss: URL without a fragment, and subprotocols that are unique tokens.',
    systemCode: name,
  };
}
