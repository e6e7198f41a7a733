import type { HandshakeCheck } from '../handshake/handshakeRecord.ts';
import type { OpeningHandshake } from './openingHandshake.ts';
import { parseExtensions, type Extension } from './extension.ts';
import { findHeader } from './headerField.ts';
import { checkPerMessageDeflate, PER_MESSAGE_DEFLATE } from './perMessageDeflate.ts';

const HEADER = 'Sec-WebSocket-Extensions';

/** Whether the server accepted only extensions that were offered (RFC 6455 sections 4.1 and 9.1). */
export function checkAcceptedExtensions({ request, response }: OpeningHandshake): HandshakeCheck {
  const accepted = findHeader(response.headers, HEADER);
  const problem = accepted === null ? null : findProblem(findHeader(request.headers, HEADER), accepted);
  return {
    id: 'extensions',
    verdict: problem === null ? 'kept' : 'broken',
    rule: 'The server accepts only extensions that were offered, with parameters that the client can keep.',
    seen: describeSeen(accepted, problem),
    source: 'RFC 6455 section 9.1; RFC 7692 section 7.1',
  };
}

function describeSeen(accepted: string | null, problem: string | null): string {
  if (accepted === null) return 'None accepted.';
  return problem === null ? `${HEADER}: ${accepted}` : `${HEADER}: ${accepted}. ${problem}`;
}

function findProblem(offeredHeader: string | null, acceptedHeader: string): string | null {
  const accepted = parseExtensions(acceptedHeader);
  if (!accepted.ok) return accepted.message;
  const offered = parseOffered(offeredHeader);
  for (const extension of accepted.extensions) {
    const offers = offered.filter(({ name }) => name === extension.name);
    if (offers.length === 0) return `${extension.name} was not offered.`;
    const problem = extension.name === PER_MESSAGE_DEFLATE ? checkPerMessageDeflate(offers, extension) : null;
    if (problem !== null) return problem;
  }
  return null;
}

/** What we offered ourselves is well formed, or else it was no offer. */
function parseOffered(header: string | null): readonly Extension[] {
  if (header === null) return [];
  const parsed = parseExtensions(header);
  return parsed.ok ? parsed.extensions : [];
}
