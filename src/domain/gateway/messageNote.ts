/** A message about to be sent. */
export interface DraftedMessage {
  readonly kind: 'text' | 'binary';
  /** Empty for a binary one. */
  readonly text: string;
  readonly byteLength: number;
}

/** A sentence on what becomes of a message at the gateway. */
export interface MessageNote {
  /** `warn` for what the gateway will probably not take. */
  readonly tone: 'info' | 'warn';
  readonly text: string;
}

export function warning(text: string): MessageNote {
  return { tone: 'warn', text };
}

/** For a gateway that takes whatever a WebSocket message can be. */
export function noNote(): readonly MessageNote[] {
  return [];
}
