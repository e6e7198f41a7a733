/** The gateways that Postern knows. `webpubsub` is the service itself, without API Management before it. */
export const GATEWAY_IDS = ['generic', 'apim', 'webpubsub', 'apigee', 'aws', 'ibm'] as const;
export type GatewayId = (typeof GATEWAY_IDS)[number];
