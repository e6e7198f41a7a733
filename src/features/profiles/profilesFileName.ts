import { toFileName } from '#domain/format/toFileName.ts';
import type { Profile } from '#domain/profile/profile.ts';

/** One profile's own name, or that of the folder which all of them are in, or neither. */
export function profilesFileName(profiles: readonly Profile[]): string {
  const [first] = profiles;
  const whose = profiles.length === 1 ? (first?.name ?? '') : commonFolder(profiles);
  const name = toFileName(whose, '');
  return name === '' ? 'postern-profiles.json' : `${name}.postern.json`;
}

function commonFolder(profiles: readonly Profile[]): string {
  const [first = [], ...others] = profiles.map(({ folder }) => folder.split('/'));
  const end = first.findIndex((part, index) => others.some((parts) => parts[index] !== part));
  return first.slice(0, end === -1 ? first.length : end).join('/');
}
