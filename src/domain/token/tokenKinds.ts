/** The ways of Postern to come by a token. */
export type TokenKind = 'webpubsub' | 'aws' | 'oauth';
