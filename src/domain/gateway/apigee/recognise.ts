/** gateways.md 4.1: the host is the owner's own, so a URL never tells. */
export function recognise(): null {
  return null;
}
