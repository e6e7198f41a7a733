/**
 * Close codes: RFC 6455 section 7.4, the IANA registry, and gateways.md 1.4. What a gateway of its own means by one
 * stands with that gateway.
 */

export interface CloseCodeExplanation {
  readonly name: string;
  /** For the person who reads it: what has happened. */
  readonly meaning: string;
}

export const CLOSE_CODE = {
  normal: 1000,
  goingAway: 1001,
  protocolError: 1002,
  unsupportedData: 1003,
  noStatusReceived: 1005,
  abnormalClosure: 1006,
  invalidPayload: 1007,
  policyViolation: 1008,
  messageTooBig: 1009,
  mandatoryExtension: 1010,
  internalError: 1011,
  serviceRestart: 1012,
  tryAgainLater: 1013,
  badGateway: 1014,
  tlsHandshake: 1015,
  unauthorized: 3000,
  forbidden: 3003,
} as const;

/** A control frame carries 125 bytes (RFC 6455 section 5.5); the close code takes two of them. */
export const MAX_CLOSE_REASON_BYTES = 123;

const NAMED: Readonly<Record<number, CloseCodeExplanation>> = {
  1000: { name: 'Normal Closure', meaning: 'The connection did what it was for and was ended on purpose.' },
  1001: {
    name: 'Going Away',
    meaning:
      'The one who closed is leaving: a server shutting down or ending idle connections, or a page left.',
  },
  1002: { name: 'Protocol Error', meaning: 'A frame broke the rules of the WebSocket protocol.' },
  1003: {
    name: 'Unsupported Data',
    meaning: 'A message was of a type that is not accepted here, for example binary where only text is.',
  },
  1004: { name: 'Reserved', meaning: 'This code has no meaning yet, and nobody should send it.' },
  1005: {
    name: 'No Status Received',
    meaning:
      'The Close frame had no code, so the reason for closing was not said. This code itself never travels.',
  },
  1006: {
    name: 'Abnormal Closure',
    meaning:
      'The network connection ended without a Close frame, or the opening handshake failed. This code itself never travels.',
  },
  1007: {
    name: 'Invalid Payload Data',
    meaning: 'A message held data that does not fit its type, for example text that is not UTF-8.',
  },
  1008: {
    name: 'Policy Violation',
    meaning: 'A message or the connection itself broke a rule of the one who closed, who need not say which.',
  },
  1009: {
    name: 'Message Too Big',
    meaning: 'A message or frame was larger than the one who closed accepts.',
  },
  1010: {
    name: 'Mandatory Extension',
    meaning: 'The client needs an extension that the server did not accept in the opening handshake.',
  },
  1011: { name: 'Internal Error', meaning: 'The server met an error of its own and could not go on.' },
  1012: {
    name: 'Service Restart',
    meaning: 'The server is restarting: connect again after a short, random wait.',
  },
  1013: { name: 'Try Again Later', meaning: 'The server is overloaded: wait before connecting again.' },
  1014: {
    name: 'Bad Gateway',
    meaning: 'A gateway or proxy on the way got an invalid answer from the server behind it.',
  },
  1015: {
    name: 'TLS Handshake',
    meaning: 'The TLS handshake failed, so there never was a connection. This code itself never travels.',
  },
  3000: {
    name: 'Unauthorized',
    meaning: 'The server asks for credentials, or does not accept those it got.',
  },
  3003: { name: 'Forbidden', meaning: 'The server knows who is asking and does not allow it.' },
  3008: { name: 'Timeout', meaning: 'Something that the server waited for did not come in time.' },
};

export function explainCloseCode(code: number): CloseCodeExplanation {
  const named = NAMED[code];
  if (named !== undefined) return named;
  if (code >= 1000 && code <= 2999) {
    return {
      name: 'Unassigned',
      meaning: 'This code is kept for future versions of the protocol and means nothing yet.',
    };
  }
  if (code >= 3000 && code <= 3999) {
    return {
      name: 'Library Code',
      meaning:
        'A code of a library or framework: its documentation, or the IANA registry, says what it means.',
    };
  }
  if (code >= 4000 && code <= 4999) {
    return {
      name: 'Private Use',
      meaning: 'The application defined this code itself: its documentation says what it means.',
    };
  }
  return { name: 'Invalid', meaning: 'This number is outside the range of close codes, 1000 to 4999.' };
}

/**
 * A sentence when a client may not send `code`, or `null`. Browsers allow 1000 and 3000 to 4999 (WHATWG WebSockets,
 * `close()`; gateways.md G5), and so does the companion, so that both transports behave alike.
 */
export function checkCloseCode(code: number): string | null {
  if (!Number.isInteger(code)) return 'A close code is a whole number: 1000, or 3000 to 4999.';
  if (code === CLOSE_CODE.normal || (code >= 3000 && code <= 4999)) return null;
  if (
    code === CLOSE_CODE.noStatusReceived ||
    code === CLOSE_CODE.abnormalClosure ||
    code === CLOSE_CODE.tlsHandshake
  ) {
    return `Close code ${code} only reports how a connection ended and is never sent: use 1000, or 3000 to 4999.`;
  }
  if (code >= 1001 && code <= 2999) {
    return `Close code ${code} belongs to the protocol, and a client may not send it: use 1000, or 3000 to 4999.`;
  }
  return `${code} is not a close code: use 1000, or 3000 to 4999.`;
}

/** A sentence when `reason` does not fit a Close frame, or `null`. */
export function checkCloseReason(reason: string): string | null {
  const { length } = new TextEncoder().encode(reason);
  if (length <= MAX_CLOSE_REASON_BYTES) return null;
  return `The reason takes ${length} bytes as UTF-8; a Close frame has room for ${MAX_CLOSE_REASON_BYTES}.`;
}
