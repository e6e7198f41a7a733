import type { UpgradeRequest, UpgradeResponse } from '../handshake/handshakeRecord.ts';

/** What the checks of an opening handshake look at. */
export interface OpeningHandshake {
  readonly request: UpgradeRequest;
  readonly response: UpgradeResponse;
  /** base64(SHA-1(key + GUID)), computed by the caller (RFC 6455 section 4.2.2). */
  readonly expectedAccept: string;
}
