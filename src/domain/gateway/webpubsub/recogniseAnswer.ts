/** gateways.md 3.3: its refusals are not documented, so no answer gives it away. */
export function recogniseAnswer(): null {
  return null;
}
