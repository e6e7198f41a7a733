import { randomBytes } from 'node:crypto';

/** 16 characters ending in `=`, the shape of connection ids and of extended request ids (gateways.md 7b). */
export function newAwsId(): string {
  return `${randomBytes(11).toString('base64url')}=`;
}
