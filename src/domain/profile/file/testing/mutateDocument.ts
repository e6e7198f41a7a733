import * as fc from 'fast-check';

/** One value, or one member, somewhere in a document, that is another or is gone. */
export type Mutation = {
  /** Which of all values, counted over and over. */
  readonly at: number;
  readonly become: { readonly kind: 'gone' } | { readonly kind: 'value'; readonly value: unknown };
};

export const arbitraryMutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(),
  become: fc.oneof(
    fc.constant({ kind: 'gone' as const }),
    fc.record({
      kind: fc.constant('value' as const),
      value: fc.constantFrom<unknown>(
        null,
        true,
        0,
        3,
        '',
        'text',
        'off',
        [],
        {},
        { kind: 'secret' },
        { kind: 'text' },
        { kind: 'other' },
        [{ name: 'a' }],
      ),
    }),
  ),
});

export function mutateDocument(document: unknown, { at, become }: Mutation): unknown {
  const mutated = structuredClone(document);
  const places = placesIn(mutated);
  const place = places[at % places.length];
  if (place === undefined) return mutated;
  const { holder, key } = place;
  if (become.kind === 'value') Reflect.set(holder, key, become.value);
  else if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else Reflect.deleteProperty(holder, key);
  return mutated;
}

interface Place {
  readonly holder: object;
  readonly key: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [{ holder: value, key }, ...placesIn(member)]);
}
