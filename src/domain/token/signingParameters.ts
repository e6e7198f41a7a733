/** The parameters of a presigned URL in AWS's own order (gateways.md 5.2); the signature covers all before it. */
export const SIGNING_PARAMETERS = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Date',
  'X-Amz-Expires',
  'X-Amz-SignedHeaders',
  'X-Amz-Security-Token',
  'X-Amz-Signature',
] as const;

/** What identifies or authorizes the caller; the rest says when and how, which everybody wants to see. */
const SECRET_PARAMETERS: ReadonlySet<string> = new Set([
  'X-Amz-Credential',
  'X-Amz-Security-Token',
  'X-Amz-Signature',
]);

export function isSigningParameter(name: string): boolean {
  return SIGNING_PARAMETERS.some((known) => known.toLowerCase() === name.toLowerCase());
}

export function isSecretSigningParameter(name: string): boolean {
  return SECRET_PARAMETERS.has(name);
}
