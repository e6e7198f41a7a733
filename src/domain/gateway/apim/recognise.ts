import { findHeader } from '../../websocket/headerField.ts';
import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import type { Recognition } from '../gateway.ts';
import { recogniseHost } from '../recogniseHost.ts';

/** gateways.md 2.1. A custom hostname says nothing: then the answer may. */
export function recognise(url: URL): Recognition | null {
  return recogniseHost(url, '.azure-api.net');
}

/** gateways.md 2.3, discriminator 1: only API Management's own key check answers with this scheme. */
export function recogniseAnswer({ response }: HandshakeRecord): Recognition | null {
  const challenge = findHeader(response?.headers ?? [], 'WWW-Authenticate') ?? '';
  if (!/\bAzureApiManagementKey\b/i.test(challenge)) return null;
  return { because: 'the answer asks for AzureApiManagementKey' };
}
