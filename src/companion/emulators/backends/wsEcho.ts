import type { Lambda, LambdaEvent } from '../aws/lambda.ts';

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

export const wsEcho: Lambda = (event, postToConnection) => {
  const { data = null } = JSON.parse(event.body ?? '{}') as { readonly data?: unknown };
  reply(event, postToConnection, { message: 'echo', data });
  return OK;
};

export const wsDefault: Lambda = (event, postToConnection) => {
  reply(event, postToConnection, { message: 'default', received: event.body ?? '' });
  return OK;
};

function reply(
  { requestContext }: LambdaEvent,
  postToConnection: Parameters<Lambda>[1],
  message: Readonly<Record<string, unknown>>,
): void {
  postToConnection(requestContext.connectionId, JSON.stringify(message));
}
