/**
 * An error for the terminal: its name, its code and where it was thrown. Not its message, which may quote what a request
 * said, and requests hold secrets.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ +at /.test(line));
  return [`${error.name}${code}`, ...frames].join('\n');
}
