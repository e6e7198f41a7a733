/** Bytes of JSON and plain text, the most frequent first; whatever is not among them is rarer. */
const FREQUENT = new TextEncoder().encode(' "e,:a0t1inosr2dl3cum45p6h78g9-f._{}bvywk[]/\nxTSjAzqCEI');

/** The places of the two rarest bytes of a text in lower case; one twice, when it has only one. */
export function rarestPlaces(bytes: Uint8Array): readonly [number, number] {
  const places = Array.from(bytes, (_, place) => place);
  const [first = 0, second = first] = places.sort((a, b) => frequencyAt(bytes, a) - frequencyAt(bytes, b));
  return [first, second];
}

function frequencyAt(bytes: Uint8Array, place: number): number {
  const rank = FREQUENT.indexOf(bytes[place] ?? 0);
  return rank === -1 ? 0 : FREQUENT.length - rank;
}
