/** What AWS's support asks for, and what kind of refusal it was (gateways.md 5.3). */
export const REQUEST_IDS: readonly string[] = ['x-amzn-ErrorType', 'x-amzn-RequestId', 'x-amz-apigw-id'];
