import { formatCount } from '../format/formatCount.ts';
import type { GatewayId } from './gatewayId.ts';
import { GATEWAYS } from './gateways.ts';
import { parseObject } from './parseObject.ts';

/** A message about to be sent. */
export interface DraftedMessage {
  readonly kind: 'text' | 'binary';
  /** Empty for a binary one. */
  readonly text: string;
  readonly byteLength: number;
}

/** Sentences on what the gateway will probably not take in a message. Nothing here keeps anybody from trying. */
export function warnOfMessage(gateway: GatewayId, message: DraftedMessage): readonly string[] {
  return [...warnOfSize(gateway, message), ...(gateway === 'aws' ? warnOfAwsForm(message) : [])];
}

function warnOfSize(gateway: GatewayId, { byteLength }: DraftedMessage): readonly string[] {
  const { shortName, limits } = GATEWAYS[gateway];
  const { frameBytes, messageBytes } = limits;
  const size = `This message has ${formatCount(byteLength)} bytes`;
  if (messageBytes !== null && byteLength > messageBytes.value) {
    return [`${size}: ${shortName} takes messages of ${formatCount(messageBytes.value)} at most.`];
  }
  if (frameBytes !== null && byteLength > frameBytes.value) {
    return [
      `${size} and goes in one frame: ${shortName} takes frames of ${formatCount(frameBytes.value)} at most, and closes with 1009 at a longer one.`,
    ];
  }
  return [];
}

/** gateways.md 5.4 and 5.7. */
function warnOfAwsForm({ kind, text }: DraftedMessage): readonly string[] {
  if (kind === 'binary') return ['AWS takes no binary message: it closes the connection with 1003.'];
  if (text === '' || parseObject(text) !== null) return [];
  return [
    'This is no JSON object, so no route key can be read from it: AWS gives it to the $default route, if there is one.',
  ];
}
