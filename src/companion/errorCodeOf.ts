/** What Node calls an error, for example `ENOENT`; `otherwise` for one that it has no name for. */
export function errorCodeOf(error: unknown, otherwise = 'unknown'): string {
  return error instanceof Error && 'code' in error ? String(error.code) : otherwise;
}
