/** An open connection as the management API sees it. */
export interface ManagedConnection {
  readonly stage: string;
  readonly connectionId: string;
  /** Milliseconds since the epoch. */
  readonly connectedAt: number;
  readonly lastActiveAt: () => number;
  readonly identity: { readonly userAgent: string; readonly sourceIp: string };
  readonly postText: (text: string | Uint8Array) => void;
  readonly disconnect: () => void;
}

/** The open connections of all stages. A connection is in it from the 101 on, so that posting within `$connect` finds none. */
export class Connections {
  readonly #open = new Map<string, ManagedConnection>();

  add(connection: ManagedConnection): void {
    this.#open.set(connection.connectionId, connection);
  }

  remove({ connectionId }: ManagedConnection): void {
    this.#open.delete(connectionId);
  }

  /** @throws GoneError */
  get(stage: string, connectionId: string): ManagedConnection {
    const connection = this.#open.get(connectionId);
    if (connection?.stage !== stage) throw new GoneError(connectionId);
    return connection;
  }
}

/** `410 GoneException` of the management API. */
export class GoneError extends Error {
  readonly code = 'GoneException';

  constructor(connectionId: string) {
    super(`There is no open connection ${connectionId}.`);
    this.name = 'GoneError';
  }
}
