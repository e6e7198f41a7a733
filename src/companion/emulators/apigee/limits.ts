const SECOND_MS = 1_000;

/** gateways.md 4.5. */
export const APIGEE_LIMITS = {
  /** D, of Edge: longer request lines are answered 414. */
  requestLineBytes: 7_168,
  /** D. `io.timeout.millis`: how long a target may take to answer the upgrade. */
  answerMs: 55 * SECOND_MS,
  /** R. `keepalive.timeout.millis`, without traffic. */
  idleMs: 60 * SECOND_MS,
  /** D. `timeoutSec` of Google's load balancer: the longest that a connection lasts, busy or not. */
  loadBalancerMs: 30 * SECOND_MS,
  /** R. The ingress, where nothing can be raised. */
  ingressMs: 300 * SECOND_MS,
  /** Not Apigee's: for how long the token is good in the scenario in which it expires. */
  tokenMs: 45 * SECOND_MS,
} as const;
