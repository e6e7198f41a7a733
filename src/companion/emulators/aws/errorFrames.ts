/** Text frames that the gateway itself sends (gateways.md 5.4, 7b). Their uneven spacing is as captured. */
export const ERROR_FRAMES = {
  /** R. No route for the message, and no `$default`. */
  forbidden: (connectionId: string, requestId: string) => captured('Forbidden', connectionId, requestId),
  /** R. The Lambda failed. */
  internalServerError: (connectionId: string, requestId: string) =>
    captured('Internal server error', connectionId, requestId),
  /** R. The Lambda took more than 29 s. */
  timedOut: (connectionId: string, requestId: string) =>
    captured('Endpoint request timed out', connectionId, requestId),
  /** D. The message does not fit the model of its route. */
  badRequestBody: (connectionId: string, messageId: string) =>
    `{"message" : "Bad request body", "connectionId": "${connectionId}", "messageId": "${messageId}"}`,
} as const;

function captured(message: string, connectionId: string, requestId: string): string {
  return `{"message": "${message}", "connectionId":"${connectionId}", "requestId":"${requestId}"}`;
}
