import type { TimeLimits } from '../connection/connectionRequest.ts';
import type { Transport } from '../handshake/handshakeRecord.ts';

/**
 * A change to the profile that carries out a fix (`applyFix` in `domain/profile`). Values of credentials are never in it:
 * a row that moves keeps its secret, and one that is added is for the person to fill in.
 */
export type FixAction =
  | { readonly kind: 'add-parameter'; readonly name: string }
  | { readonly kind: 'add-header'; readonly name: string }
  | { readonly kind: 'rename-parameter'; readonly from: string; readonly to: string }
  | { readonly kind: 'rename-header'; readonly from: string; readonly to: string }
  | { readonly kind: 'move-header-to-query'; readonly header: string; readonly parameter: string }
  | { readonly kind: 'move-parameter-to-header'; readonly parameter: string; readonly header: string }
  | { readonly kind: 'remove-parameters'; readonly names: readonly string[] }
  /** Removes every row of that name but the first. */
  | { readonly kind: 'keep-first-parameter'; readonly name: string }
  /** Puts another path in place of the URL's; its query stays. */
  | { readonly kind: 'set-path'; readonly path: string }
  /** Puts `/stage` at the end, for the person to write over. */
  | { readonly kind: 'add-stage' }
  | { readonly kind: 'set-scheme'; readonly scheme: 'ws' | 'wss' }
  | { readonly kind: 'switch-transport'; readonly transport: Transport }
  | { readonly kind: 'accept-any-certificate' }
  | { readonly kind: 'set-server-name'; readonly serverName: string }
  | { readonly kind: 'offer-subprotocol'; readonly subprotocol: string }
  | { readonly kind: 'stop-offering-subprotocols' }
  | { readonly kind: 'stop-offering-compression' }
  | { readonly kind: 'bypass-proxy' }
  | { readonly kind: 'allow-more-time'; readonly limit: keyof TimeLimits };

/** One thing to change. */
export interface Fix {
  /** A sentence for the person. */
  readonly text: string;
  /** What Postern can change in the profile by itself; `null` where only the person or the gateway's owner can. */
  readonly action: FixAction | null;
}

/** How rules write a fix: most are a sentence alone. */
export type FixDraft = string | Fix;

export function toFixes(drafts: readonly FixDraft[]): readonly Fix[] {
  return drafts.map((draft) => (typeof draft === 'string' ? { text: draft, action: null } : draft));
}

export function fixBy(action: FixAction, text: string): Fix {
  return { text, action };
}
