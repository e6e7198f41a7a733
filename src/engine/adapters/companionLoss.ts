import { CLOSE_CODE } from '#domain/websocket/closeCode.ts';
import type { Ending } from '#domain/connection/connection.ts';
import type { HandshakeFailure, HandshakeStep } from '#domain/handshake/handshakeRecord.ts';

const MESSAGE = 'The companion, which makes the connection, cannot be reached or has ended.';

/** The relay was lost during the handshake, or never there. */
export function companionLost(step: HandshakeStep | null, detail: string | null): HandshakeFailure {
  return {
    step: step ?? 'request',
    code: 'companion-lost',
    message: detail === null ? MESSAGE : `${MESSAGE} ${detail}`,
    advice: 'Start it again with npm start and reload the page, or use the Browser transport.',
    systemCode: null,
  };
}

/** The relay was lost while the connection was open: what became of the connection behind it is not known. */
export function lostEnding(at: number, detail: string | null): Ending {
  return {
    at,
    closeCode: CLOSE_CODE.abnormalClosure,
    reason: '',
    wasClean: false,
    by: 'companion',
    detail: detail ?? MESSAGE,
  };
}
