import { WebSocket } from 'ws';
import type { AdapterSurroundings } from '../adapters/connectionAdapter.ts';

/** What the adapters need, in Node: `ws`'s class has the browser's interface. */
export const NODE_SURROUNDINGS: AdapterSurroundings = {
  WebSocket: WebSocket as unknown as AdapterSurroundings['WebSocket'],
  now: () => performance.timeOrigin + performance.now(),
};
