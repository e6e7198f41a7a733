/** gateways.md 6.1: the host is the owner's own, and /org/catalog/… is a path like any other. */
export function recognise(): null {
  return null;
}
