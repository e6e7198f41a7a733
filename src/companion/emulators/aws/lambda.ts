/** The part of the event that every Lambda behind a WebSocket API gets (gateways.md 5.5). */
export interface RequestContext {
  readonly routeKey: string;
  readonly eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT';
  readonly extendedRequestId: string;
  /** As in a web server's log, for example `19/Feb/2024:07:11:42 +0000`. */
  readonly requestTime: string;
  readonly messageDirection: 'IN';
  readonly stage: string;
  /** Milliseconds since the epoch, as `requestTimeEpoch`. */
  readonly connectedAt: number;
  readonly requestTimeEpoch: number;
  readonly identity: { readonly userAgent: string; readonly sourceIp: string };
  readonly requestId: string;
  readonly domainName: string;
  readonly connectionId: string;
  readonly apiId: string;
  readonly messageId?: string;
  readonly disconnectStatusCode?: number;
  readonly disconnectReason?: string;
}

export interface LambdaEvent {
  readonly requestContext: RequestContext;
  readonly isBase64Encoded: false;
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  /** Absent when the URL has no query. */
  readonly queryStringParameters?: Readonly<Record<string, string>>;
  readonly multiValueQueryStringParameters?: Readonly<Record<string, readonly string[]>>;
  readonly body?: string;
}

export interface LambdaResult {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The part of the management API that our Lambdas use, bound to their own stage. */
export interface StageConnections {
  readonly post: (connectionId: string, text: string) => void;
  readonly disconnect: (connectionId: string) => void;
}

export type Lambda = (
  event: LambdaEvent,
  connections: StageConnections,
) => LambdaResult | Promise<LambdaResult>;
