import type { SecretSource } from '../secrets/deriveSecret.ts';

/** An IAM user that may connect and call `@connections`. The emulator knows no other. */
export interface IamUser {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** In the shape of AWS's own: `AKIA` and 16 upper-case characters, and 40 characters. */
export function deriveIamUser(secrets: SecretSource): IamUser {
  return {
    accessKeyId: `AKIA${secrets.alphanumeric('aws access key id', 16).toUpperCase()}`,
    secretAccessKey: secrets.alphanumeric('aws secret access key', 40),
  };
}
