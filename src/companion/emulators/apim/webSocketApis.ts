import { UNREACHABLE_PORT } from '../backends/unreachableBackend.ts';
import type { Refusal } from '../server/answer.ts';
import { APIM_REFUSALS } from './refusals.ts';

/** A WebSocket API: its one operation, `onHandshake`, has exactly this path (gateways.md 2.1). */
export interface WebSocketApi {
  /** The API URL suffix with a slash before it. */
  readonly path: string;
  /** The inbound policy that refuses, for the scenarios that need one. */
  readonly policy: (() => Refusal) | null;
  readonly backendPort: number;
}

/** Every API has the hub `chatdemo` behind it; they differ in what keeps a client from reaching it. */
export const API_PATHS = {
  chat: '/client/hubs/chatdemo',
  rateLimited: '/limited/chatdemo',
  outOfCalls: '/quota/chatdemo',
  unreachable: '/unreachable/chatdemo',
} as const;

export const BACKEND_PATH = '/client/hubs/chatdemo';

export function webSocketApis(webPubSubPort: number): readonly WebSocketApi[] {
  return [
    { path: API_PATHS.chat, policy: null, backendPort: webPubSubPort },
    { path: API_PATHS.rateLimited, policy: APIM_REFUSALS.rateLimited, backendPort: webPubSubPort },
    { path: API_PATHS.outOfCalls, policy: APIM_REFUSALS.outOfCalls, backendPort: webPubSubPort },
    { path: API_PATHS.unreachable, policy: null, backendPort: UNREACHABLE_PORT },
  ];
}
