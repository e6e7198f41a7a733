import type { HandshakeCheck } from '../handshake/handshakeRecord.ts';
import type { OpeningHandshake } from './openingHandshake.ts';
import { findHeader } from './headerField.ts';
import { parseList } from './token.ts';

const HEADER = 'Sec-WebSocket-Protocol';

/** Whether the server selected one of the subprotocols offered, or none where none was (RFC 6455 section 4.1). */
export function checkSelectedSubprotocol({ request, response }: OpeningHandshake): HandshakeCheck {
  const offered = parseList(findHeader(request.headers, HEADER) ?? '');
  const selected = findHeader(response.headers, HEADER);
  return {
    id: 'subprotocol',
    ...judge(offered, selected),
    rule: 'The server selects one of the subprotocols offered, and none where none was offered.',
    source: 'RFC 6455 sections 4.1 and 4.2.2',
  };
}

function judge(
  offered: readonly string[],
  selected: string | null,
): Pick<HandshakeCheck, 'verdict' | 'seen'> {
  if (selected === null) return judgeNone(offered);
  const seen = `${HEADER}: ${selected}`;
  if (offered.length === 0) return { verdict: 'broken', seen: `${seen}, though none was offered.` };
  const values = parseList(selected);
  if (values.length > 1) return { verdict: 'broken', seen: `${seen}. That is more than one.` };
  const [value] = values;
  if (value === undefined) return { verdict: 'broken', seen: `${HEADER} is there and empty.` };
  // Subprotocol names are compared as they are: their case matters (RFC 6455 section 11.5).
  if (offered.includes(value)) return { verdict: 'kept', seen };
  return { verdict: 'broken', seen: `${seen}, which was not offered. Offered: ${offered.join(', ')}.` };
}

/** gateways.md G4: the RFC allows what Chrome and Node's `ws` do not. */
function judgeNone(offered: readonly string[]): Pick<HandshakeCheck, 'verdict' | 'seen'> {
  if (offered.length === 0) return { verdict: 'kept', seen: 'None offered, none selected.' };
  return {
    verdict: 'warning',
    seen: `No ${HEADER} header, though ${offered.join(', ')} was offered. The RFC permits that, but Chrome and Node's ws fail the connection.`,
  };
}
