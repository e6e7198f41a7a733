import type { TokenKind } from '../token/tokenKinds.ts';
import type { AnswerReading } from './answerReader.ts';
import type { Annotation } from './annotation.ts';
import type { Fix } from './fixAction.ts';
import type { Endpoint, EndpointWarning } from './preflight/endpoint.ts';
import type { GatewayId } from './gatewayId.ts';
import type { DraftedMessage, MessageNote } from './messageNote.ts';

/**
 * What Postern knows of one gateway. Each gateway is a folder that exports one of these; every fact in it cites its
 * row of gateways.md.
 */
export interface Gateway {
  readonly id: GatewayId;
  /** For people: `Azure API Management`. */
  readonly name: string;
  /** For tight places: `APIM`. */
  readonly shortName: string;
  /** Whether the URL is one of this gateway's own; `null` when nothing says so. */
  readonly recognise: (url: URL) => Recognition | null;
  /** Where credentials stand, in the order in which people need them. */
  readonly credentials: readonly CredentialPlace[];
  /** What an idle or long connection meets; `null` where nothing is documented. */
  readonly limits: GatewayLimits;
  /** What will probably be refused, before anything is sent. */
  readonly preflight: (endpoint: Endpoint) => readonly EndpointWarning[];
  /** How it reads answers and ends: most of what there is to know, and nobody needs it before an attempt has ended. */
  readonly loadAnswerReading: () => Promise<AnswerReading>;
  /** What a received text message means when the gateway itself, or the service behind, wrote it; `null` for any other. */
  readonly annotate: (text: string) => Annotation | null;
  /** The ways to come by a token for it, the one that people most likely want first. */
  readonly tokenKinds: readonly TokenKind[];
  /** What becomes of a message of this form there, beside its size. */
  readonly noteForm: (message: DraftedMessage) => readonly MessageNote[];
  /** Subprotocols that it or the service behind it speaks. */
  readonly subprotocols: readonly string[];
  /** Messages to start from. */
  readonly templates: readonly MessageTemplate[];
}

export interface Recognition {
  /** What says so, completing "because": `the host ends in .azure-api.net`. */
  readonly because: string;
}

export interface CredentialPlace {
  readonly kind: 'query' | 'header';
  readonly name: string;
  /** For example `Subscription key`. */
  readonly label: string;
  /** A sentence on where people find it. */
  readonly hint: string;
}

export interface GatewayLimits {
  /** The connection is cut after so long without traffic, ms. */
  readonly idleMs: Limit | null;
  /** Whether a Ping is such traffic; `null` where nobody has documented that. */
  readonly pingKeepsAlive: boolean | null;
  /** The connection is cut after so long in all, ms. */
  readonly durationMs: Limit | null;
  readonly frameBytes: Limit | null;
  readonly messageBytes: Limit | null;
}

export interface Limit {
  readonly value: number;
  /** True for a default that the gateway's owner can change, so that this connection may have another. */
  readonly isDefault: boolean;
  readonly confidence: Confidence;
  /** For example `gateways.md 5.7`. */
  readonly source: string;
}

/** How sure a statement is: gateways.md section 0 (D; R; I and K). */
export type Confidence = 'documented' | 'observed' | 'inferred';

export interface Finding {
  /** Stable, for example `apim-missing-subscription-key`. */
  readonly id: string;
  readonly gateway: GatewayId;
  readonly severity: 'error' | 'warning' | 'info';
  /** Plain words: who refused and why. */
  readonly title: string;
  /** What in the record shows it. */
  readonly evidence: readonly Evidence[];
  readonly confidence: Confidence;
  /** What to change, likeliest first. */
  readonly fixes: readonly Fix[];
  /** For example `gateways.md 2.3`. */
  readonly source: string;
}

export interface Evidence {
  /** For example `Status`, `WWW-Authenticate`, `Body`. */
  readonly where: string;
  /** Quoted as seen. */
  readonly quote: string;
}

export interface MessageTemplate {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}
