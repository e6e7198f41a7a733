import { assertNever } from '../assertNever.ts';
import type { GatewayId } from '../gateway/gatewayId.ts';

/** The ways of Postern to come by a token. */
export type TokenKind = 'webpubsub' | 'aws' | 'oauth';

/** All of them, the one that a gateway most likely wants first. */
export function tokenKindsFor(gateway: GatewayId): readonly TokenKind[] {
  switch (gateway) {
    case 'apim':
    case 'webpubsub':
      return ['webpubsub', 'oauth', 'aws'];
    case 'aws':
      return ['aws', 'oauth', 'webpubsub'];
    case 'apigee':
    case 'ibm':
    case 'generic':
      return ['oauth', 'webpubsub', 'aws'];
    default:
      return assertNever(gateway);
  }
}
