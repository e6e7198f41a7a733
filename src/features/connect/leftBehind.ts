import type { Profile } from '#domain/profile/profile.ts';

/** Says which rows a paste for another host took out: credentials do not follow to it (`withPaste`). */
export function leftBehind(before: Profile, after: Profile): readonly string[] {
  const lost = [
    isLost(before.parameters, after.parameters) && 'query parameters',
    isLost(before.headers, after.headers) && 'headers',
    before.origin !== '' && after.origin === '' && 'Origin',
  ].filter((name) => name !== false);
  return lost.length === 0
    ? []
    : [`The ${lost.join(', ')} of the host before were taken out: they were meant for it.`];
}

function isLost(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length > 0 && after.length === 0;
}
