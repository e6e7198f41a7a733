import type { ConnectionRequest } from '../connection/connectionRequest.ts';
import { formatCount } from '../format/formatCount.ts';
import type { GatewayId } from './gatewayId.ts';
import { GATEWAYS } from './gateways.ts';
import { type DraftedMessage, type MessageNote, warning } from './messageNote.ts';

/** How it would be sent. */
export type Sending = Pick<ConnectionRequest, 'transport' | 'maxFrameBytes'>;

/** What a person should know of a message before it goes. Nothing here keeps anybody from trying. */
export function noteMessage(
  gateway: GatewayId,
  message: DraftedMessage,
  sending: Sending,
): readonly MessageNote[] {
  return [...noteSize(gateway, message, sending), ...GATEWAYS[gateway].noteForm(message)];
}

function noteSize(
  gateway: GatewayId,
  { byteLength }: DraftedMessage,
  { transport, maxFrameBytes }: Sending,
): readonly MessageNote[] {
  const { shortName, limits } = GATEWAYS[gateway];
  const { frameBytes, messageBytes } = limits;
  const size = `This message has ${formatCount(byteLength)} bytes`;
  if (messageBytes !== null && byteLength > messageBytes.value) {
    return [warning(`${size}: ${shortName} takes messages of ${formatCount(messageBytes.value)} at most.`)];
  }
  if (frameBytes === null || byteLength <= frameBytes.value) return [];
  const most = formatKilobytes(frameBytes.value);
  if (transport === 'companion' && maxFrameBytes !== null && maxFrameBytes <= frameBytes.value) {
    const frames = formatCount(Math.ceil(byteLength / maxFrameBytes));
    const text = `${size}: it goes in ${frames} frames of at most ${formatKilobytes(maxFrameBytes)}, because ${shortName} takes no longer one.`;
    return [{ tone: 'info', text }];
  }
  const closes = `${size} and goes in one frame: ${shortName} takes frames of ${most} at most, and closes the connection with 1009 at a longer one.`;
  const instead =
    transport === 'browser'
      ? ' A page cannot choose its frames; the Companion transport sends shorter ones.'
      : ' Connect again with this gateway chosen, and it goes in shorter ones.';
  return [warning(closes + instead)];
}

/** Limits of gateways count in units of 1,024 bytes. */
function formatKilobytes(bytes: number): string {
  return bytes % 1024 === 0 ? `${formatCount(bytes / 1024)} KB` : `${formatCount(bytes)} bytes`;
}
