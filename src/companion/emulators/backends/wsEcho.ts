import type { Lambda, LambdaEvent, StageConnections } from '../aws/lambda.ts';

const OK = { statusCode: 200 };

/** The four functions of the sample `wsEcho`. They answer through `@connections`, as one-way routes do. */
export const wsConnect: Lambda = () => OK;

/** Chooses `chat` where the client offers it; a function that forgets to leaves the client without a subprotocol. */
export const wsConnectWithSubprotocol: Lambda = ({ headers = {} }) => {
  const [, offered = ''] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol') ?? [];
  const offersChat = offered.split(',').some((name) => name.trim() === 'chat');
  return offersChat ? { statusCode: 200, headers: { 'Sec-WebSocket-Protocol': 'chat' } } : OK;
};

export const wsDisconnect: Lambda = () => OK;

export const wsEcho: Lambda = (event, connections) => {
  const { data = null } = JSON.parse(event.body ?? '{}') as { readonly data?: unknown };
  reply(event, connections, { message: 'echo', data });
  return OK;
};

export const wsDefault: Lambda = (event, connections) => {
  reply(event, connections, { message: 'default', received: event.body ?? '' });
  return OK;
};

/** Sends whoever asks away, as `DELETE` of `@connections` does. */
export const wsLeave: Lambda = ({ requestContext }, connections) => {
  connections.disconnect(requestContext.connectionId);
  return OK;
};

function reply(
  { requestContext }: LambdaEvent,
  connections: StageConnections,
  message: Readonly<Record<string, unknown>>,
): void {
  connections.post(requestContext.connectionId, JSON.stringify(message));
}
