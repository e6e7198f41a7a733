import { parseJsonWith, type Parsed } from './parsed.ts';
import type { EngineToRelay, RelayToEngine } from './relayMessage.ts';
import { EngineToRelaySchema, RelayToEngineSchema } from './relayMessageSchema.ts';

/** Reads a text message of the relay's WebSocket, at the companion. */
export function parseEngineToRelay(text: string): Parsed<EngineToRelay> {
  return parseJsonWith(EngineToRelaySchema, text);
}

/** Reads a text message of the relay's WebSocket, at the engine. */
export function parseRelayToEngine(text: string): Parsed<RelayToEngine> {
  return parseJsonWith(RelayToEngineSchema, text);
}

export function encodeEngineToRelay(message: EngineToRelay): string {
  return JSON.stringify(message);
}

export function encodeRelayToEngine(message: RelayToEngine): string {
  return JSON.stringify(message);
}
