import { folderTree } from '#domain/profile/folderTree.ts';
import type { ProfileFolder } from '#domain/profile/folderTree.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';

/** A line of the list from which profiles are exported. */
export interface ExportRow {
  readonly key: string;
  readonly kind: 'folder' | 'profile';
  readonly name: string;
  /** From 0 for the top level. */
  readonly depth: number;
  /** The profile, or all that are in the folder and below. */
  readonly ids: readonly ProfileId[];
}

/** Folders with what is in them, as in the list of profiles. */
export function exportRows(profiles: readonly Profile[]): readonly ExportRow[] {
  return rowsIn(folderTree(profiles), 0);
}

function rowsIn({ folders, profiles }: ProfileFolder, depth: number): readonly ExportRow[] {
  return [
    ...folders.flatMap((folder) => [
      { key: `folder:${folder.path}`, kind: 'folder' as const, name: folder.name, depth, ids: idsIn(folder) },
      ...rowsIn(folder, depth + 1),
    ]),
    ...profiles.map(({ id, name }) => ({
      key: id,
      kind: 'profile' as const,
      name: name.trim() === '' ? 'Unnamed' : name,
      depth,
      ids: [id],
    })),
  ];
}

function idsIn({ folders, profiles }: ProfileFolder): readonly ProfileId[] {
  return [...folders.flatMap(idsIn), ...profiles.map(({ id }) => id)];
}
