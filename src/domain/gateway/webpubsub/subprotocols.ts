/** What Web PubSub's clients speak in JSON (gateways.md 3.2); its protobuf forms are not for typing. */
export const SUBPROTOCOLS: readonly string[] = [
  'json.webpubsub.azure.v1',
  'json.reliable.webpubsub.azure.v1',
];
