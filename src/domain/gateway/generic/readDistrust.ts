import type { HandshakeRecord } from '../../handshake/handshakeRecord.ts';
import { fixBy, type FixDraft } from '../fixAction.ts';
import type { Confidence } from '../gateway.ts';

export interface Distrust {
  readonly id: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly fixes: readonly FixDraft[];
}

const ACCEPT = fixBy(
  { kind: 'accept-any-certificate' },
  'For a test alone, accept any certificate in this profile: anybody on the way can then read along.',
);

const SELF_SIGNED: Distrust = {
  id: 'generic-tls-self-signed',
  title: 'The certificate is self-signed: no authority vouches for it.',
  confidence: 'documented',
  fixes: [
    'If it is the server’s own, as on a test system, add it to the certificate authorities under Options.',
    'Else have a certificate issued by an authority that clients know.',
    ACCEPT,
  ],
};

const UNKNOWN_AUTHORITY: Distrust = {
  id: 'generic-tls-unknown-authority',
  title: 'The certificate comes from an authority that this machine does not know.',
  confidence: 'documented',
  fixes: [
    'If it is your company’s, add the authority’s certificate (PEM) to the certificate authorities under Options.',
    'If you expect a public authority there, a proxy that reads TLS may stand between: see who issued the certificate in the handshake.',
    ACCEPT,
  ],
};

const INCOMPLETE_CHAIN: Distrust = {
  id: 'generic-tls-incomplete-chain',
  title: 'The server does not send its intermediate certificate, so the chain to an authority has a gap.',
  confidence: 'observed',
  fixes: [
    'Let the server send the whole chain: its own certificate, then the intermediate ones (often called fullchain.pem).',
    'Browsers often fetch or remember the missing one, so a page may open there: other clients fail.',
    'Until then, add the intermediate certificate to the certificate authorities under Options.',
    ACCEPT,
  ],
};

/** Whether a certificate is missing between the two, or the authority is a private one, only a person can tell. */
const LEAF_ALONE: Distrust = {
  id: 'generic-tls-leaf-alone',
  title: 'The server sent its certificate alone, and this machine does not know who issued it.',
  confidence: 'observed',
  fixes: [
    'If the issuer is your company’s authority, add its certificate (PEM) to the certificate authorities under Options.',
    'If it is a public one, let the server send the whole chain: its own certificate, then the intermediate ones (often called fullchain.pem). Browsers often fetch or remember the missing one: other clients fail.',
    ACCEPT,
  ],
};

const REVOKED: Distrust = {
  id: 'generic-tls-revoked',
  title: 'The authority has revoked the certificate.',
  confidence: 'documented',
  fixes: ['Have a new certificate issued, and find out why the old one was revoked before you trust it.'],
};

const WRONG_PURPOSE: Distrust = {
  id: 'generic-tls-wrong-purpose',
  title: 'A certificate of the chain may not be used for what it is used for here.',
  confidence: 'documented',
  fixes: [
    'Have a certificate issued for servers (extended key usage serverAuth), by a certificate that is an authority’s.',
    ACCEPT,
  ],
};

const UNVERIFIED: Distrust = {
  id: 'generic-tls-untrusted',
  title: 'The server’s certificate could not be verified.',
  confidence: 'observed',
  fixes: [
    'Look at the chain in the handshake, and add the authority that issued it to the certificate authorities under Options.',
    ACCEPT,
  ],
};

/** By OpenSSL's verification codes (its manual page `x509_verify_cert_error_string`). */
const BY_CODE: Readonly<Record<string, Distrust>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: SELF_SIGNED,
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT: INCOMPLETE_CHAIN,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: INCOMPLETE_CHAIN,
  CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
  CERT_REVOKED: REVOKED,
  CERT_REJECTED: WRONG_PURPOSE,
  INVALID_PURPOSE: WRONG_PURPOSE,
  INVALID_CA: WRONG_PURPOSE,
};

/** Why nobody vouches for the certificate. Where the chain says more than the code, the chain is believed. */
export function readDistrust({ tls }: HandshakeRecord, systemCode: string | null): Distrust {
  const distrust = BY_CODE[systemCode ?? ''] ?? UNVERIFIED;
  const chain = tls?.chain ?? [];
  const [leaf] = chain;
  if (leaf === undefined) return distrust;
  if (chain.length === 1) return leaf.isSelfSigned ? SELF_SIGNED : ofLeafAlone(distrust);
  return distrust === INCOMPLETE_CHAIN ? UNKNOWN_AUTHORITY : distrust;
}

function ofLeafAlone(distrust: Distrust): Distrust {
  return distrust === INCOMPLETE_CHAIN || distrust === UNKNOWN_AUTHORITY ? LEAF_ALONE : distrust;
}
