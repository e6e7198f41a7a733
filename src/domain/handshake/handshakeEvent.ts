import type {
  HandshakeCheck,
  HandshakeOutcome,
  HandshakeStep,
  ResolvedAddress,
  ResponseBody,
  TlsRecord,
  Transport,
  UpgradeRequest,
  UpgradeResponse,
} from './handshakeRecord.ts';

/**
 * What happens during one attempt, in order: `started` first, `ended` last. Folding them with `recordHandshake`
 * gives the handshake record. `atMs` counts from `started`.
 */
export type HandshakeEvent =
  | {
      readonly type: 'started';
      readonly at: number;
      readonly url: string;
      readonly madeBy: Transport;
      readonly proxy: string | null;
    }
  | {
      readonly type: 'step-started';
      readonly step: HandshakeStep;
      readonly atMs: number;
      readonly limitMs: number;
    }
  | { readonly type: 'step-ended'; readonly step: HandshakeStep; readonly atMs: number }
  | { readonly type: 'resolved'; readonly addresses: readonly ResolvedAddress[] }
  | { readonly type: 'connected'; readonly remoteAddress: string }
  | { readonly type: 'secured'; readonly tls: TlsRecord }
  | { readonly type: 'requested'; readonly request: UpgradeRequest }
  | { readonly type: 'first-byte'; readonly atMs: number }
  | { readonly type: 'answered'; readonly response: UpgradeResponse }
  | { readonly type: 'body-read'; readonly body: ResponseBody }
  | { readonly type: 'checked'; readonly checks: readonly HandshakeCheck[] }
  | { readonly type: 'ended'; readonly outcome: HandshakeOutcome; readonly atMs: number };
