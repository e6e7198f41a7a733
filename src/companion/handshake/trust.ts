import type { Certificate, TlsTrust } from '#domain/handshake/handshakeRecord.ts';
import type { AttemptFailureCode } from './failure.ts';

/** What OpenSSL's and Node's words for an untrusted certificate mean. */
const MEANINGS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'It is self-signed: no certificate authority vouches for it.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'Its chain ends in a certificate authority that this machine does not know, such as a company’s own.',
  UNABLE_TO_GET_ISSUER_CERT: 'The certificate of its issuer is missing.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'This machine does not know the certificate authority that issued it.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The server sent it alone, and this machine does not know the certificate that issued it.',
  CERT_SIGNATURE_FAILURE: 'Its signature is wrong.',
  CERT_REVOKED: 'Its issuer has revoked it.',
  CERT_REJECTED: 'It may not be used for this purpose.',
  INVALID_PURPOSE: 'It may not be used for a server.',
  INVALID_CA: 'One of the certificates that issued it is not one of an authority.',
  CERT_CHAIN_TOO_LONG: 'Its chain is too long.',
};

/** The sentence for the person, by the code of the verification and the leaf that it was about. */
export function describeTrust(
  code: string | null,
  leaf: Certificate | undefined,
  name: string,
  isAccepted: boolean,
): TlsTrust {
  if (code === null) return { kind: 'trusted' };
  return { kind: 'untrusted', code, message: describeDistrust(code, leaf, name), isAccepted };
}

function describeDistrust(code: string, leaf: Certificate | undefined, name: string): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return leaf === undefined ? 'It has expired.' : `It was valid until ${formatDate(leaf.validTo)}.`;
    case 'CERT_NOT_YET_VALID':
      return leaf === undefined ? 'It is not valid yet.' : `It is valid from ${formatDate(leaf.validFrom)}.`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `It is for ${listNames(leaf)}, not for ${name}.`;
    default:
      return MEANINGS[code] ?? 'It could not be verified.';
  }
}

/** The failure that a verification's code makes of an attempt. */
export function trustFailureCode(code: string): AttemptFailureCode {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'tls-expired';
    case 'CERT_NOT_YET_VALID':
      return 'tls-not-yet-valid';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return 'tls-wrong-host';
    default:
      return 'tls-untrusted';
  }
}

/** As many names as a sentence can carry. */
const MAX_LISTED_NAMES = 5;

function listNames(leaf: Certificate | undefined): string {
  const names = leaf === undefined || leaf.names.length === 0 ? [leaf?.subject ?? 'no name'] : leaf.names;
  const listed = names.slice(0, MAX_LISTED_NAMES).map((name) => name.replace(/^DNS:|^IP Address:/, ''));
  const others = names.length - listed.length;
  return others === 0 ? listed.join(', ') : `${listed.join(', ')} and ${others} more`;
}

function formatDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
