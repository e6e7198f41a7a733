/** Ends an exhaustive `switch`: a case added to the union later fails the type check at this call. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected variant: ${JSON.stringify(value)}`);
}
