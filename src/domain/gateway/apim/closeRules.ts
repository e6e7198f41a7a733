import { CLOSE_CODE } from '../../websocket/closeCode.ts';
import type { CloseRule } from '../closeRule.ts';
import { CLOSE_RULES as WEB_PUBSUB_RULES } from '../webpubsub/closeRules.ts';

const IDLE_LIMIT_MS = 4 * 60_000;
/** The load balancer counts packets, the page messages: what it saw last may be some seconds older. */
const IDLE_EARLY_MS = 5_000;

/** gateways.md 2.5. Closes of the service behind are passed on, so Web PubSub's hold too, as a guess at what is behind. */
export const CLOSE_RULES: readonly CloseRule[] = [
  {
    id: 'apim-idle-limit',
    closeCode: CLOSE_CODE.abnormalClosure,
    // No upper bound: the flow is dropped in silence, and the end shows when something is sent.
    when: ({ idleMs }) => idleMs >= IDLE_LIMIT_MS - IDLE_EARLY_MS,
    title: 'The load balancer before API Management probably dropped the idle connection.',
    confidence: 'inferred',
    fixes: ['Send a small message at least every 3 minutes: after 4 minutes of silence the flow is dropped.'],
    source: 'gateways.md 7 row 29',
  },
  ...WEB_PUBSUB_RULES.map((rule): CloseRule => ({
    ...rule,
    title: `If Web PubSub is behind the gateway: ${rule.title}`,
    confidence: 'inferred',
  })),
];
