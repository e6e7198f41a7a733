const SECOND_MS = 1_000;

/** gateways.md 6.5. */
export const IBM_LIMITS = {
  /** D. `timeout` of the policy: how long the target may take to answer. */
  answerMs: 60 * SECOND_MS,
  /** `websocket-idle-timeout` of one handler here; 0 by default, which is none, and up to a day. */
  idleMs: 60 * SECOND_MS,
} as const;
