/** Without a gateway to know, a close code means what RFC 6455 says and no more. */
export function explainClose(): null {
  return null;
}
