type ReadonlyRecord<Value> = Readonly<Record<string, Value>>;

/** The record without these keys; the same record when it has none of them. */
export function without<Value>(
  record: ReadonlyRecord<Value>,
  keys: readonly string[],
): ReadonlyRecord<Value> {
  if (!keys.some((key) => key in record)) return record;
  const left = new Set(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => !left.has(key)));
}

/** The record's entries with these keys. */
export function pick<Value>(record: ReadonlyRecord<Value>, keys: readonly string[]): ReadonlyRecord<Value> {
  const wanted = new Set(keys);
  return Object.fromEntries(Object.entries(record).filter(([key]) => wanted.has(key)));
}

export function byId<Value extends { readonly id: string }>(values: readonly Value[]): ReadonlyRecord<Value> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
