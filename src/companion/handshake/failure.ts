import type { HandshakeFailure, HandshakeFailureCode } from '#domain/handshake/handshakeRecord.ts';
import { FAILURE_TEXTS, type FailureFacts } from './failureTexts.ts';

/** The failures that the companion can find; the others belong to the page. */
export type AttemptFailureCode = Exclude<HandshakeFailureCode, 'browser-hidden' | 'companion-lost'>;

/** What the texts may speak of. No credential, header value or query ever goes in here. */
export function describeFailure(
  step: HandshakeFailure['step'],
  code: AttemptFailureCode,
  facts: FailureFacts,
  systemCode: string | null = null,
): HandshakeFailure {
  const { message, advice } = FAILURE_TEXTS[code](facts);
  return { step, code, message, advice, systemCode };
}

/** The system's or library's own word for an error, for example `ECONNREFUSED`. */
export function systemCodeOf(error: unknown): string | null {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : null;
}
