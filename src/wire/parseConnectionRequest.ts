import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import { ConnectionRequestSchema } from './connectionRequestSchema.ts';
import { parseWith, type Parsed } from './parsed.ts';

/** Reads a request that came from a page: through the relay's `dial` or the HTTP API. */
export function parseConnectionRequest(input: unknown): Parsed<ConnectionRequest> {
  return parseWith(ConnectionRequestSchema, input);
}
