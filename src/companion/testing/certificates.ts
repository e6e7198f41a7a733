import './reflectMetadata.ts';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
  type GeneralNameType,
} from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate made for a test, with its key. */
export interface Identity {
  readonly certificatePem: string;
  readonly keyPem: string;
  readonly subject: string;
  readonly keys: CryptoKeyPair;
}

export interface IdentityWish {
  readonly subject?: string;
  readonly names?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
  readonly isAuthority?: boolean;
  /** Self-signed when left out. */
  readonly issuer?: Identity;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;

export async function issue(wish: IdentityWish = {}): Promise<Identity> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const subject = wish.subject ?? 'CN=localhost, O=Postern Tests';
  const certificate = await X509CertificateGenerator.create(
    {
      subject,
      issuer: wish.issuer?.subject ?? subject,
      notBefore: wish.validFrom ?? new Date(Date.now() - DAY_MS),
      notAfter: wish.validTo ?? new Date(Date.now() + 30 * DAY_MS),
      publicKey: keys.publicKey,
      signingKey: wish.issuer?.keys.privateKey ?? keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new SubjectAlternativeNameExtension((wish.names ?? ['localhost', '127.0.0.1']).map(generalName)),
        new BasicConstraintsExtension(wish.isAuthority === true),
      ],
    },
    webcrypto as Crypto,
  );
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
  return {
    certificatePem: certificate.toString('pem'),
    keyPem: toPem('PRIVATE KEY', key),
    subject,
    keys,
  };
}

/** A certificate authority nobody knows. */
export async function createAuthority(): Promise<Identity> {
  return await issue({ subject: 'CN=Postern Test Authority', names: [], isAuthority: true });
}

function generalName(value: string): { type: GeneralNameType; value: string } {
  return { type: isIP(value) === 0 ? 'dns' : 'ip', value };
}

function toPem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
