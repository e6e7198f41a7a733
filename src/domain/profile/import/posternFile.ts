import * as v from 'valibot';
import { memberOf } from '../../format/members.ts';
import { parseStoredProfiles } from '../profileStore.ts';
import type { ImportFormat } from './importFormat.ts';
import { ImportNotes, List } from './importNotes.ts';
import type { ImportSource } from './requestDraft.ts';

const File = v.looseObject({ profiles: List });

/** What Postern itself writes into a file. */
export const posternFile: ImportFormat = {
  name: 'Postern profiles',
  recognise: (document) => memberOf(document, 'format') === 'postern-profiles',
  read: readProfiles,
};

function readProfiles(document: unknown): ImportSource {
  const notes = new ImportNotes();
  const records = notes.read(File, document, 'the file')?.profiles ?? [];
  const profiles = records.flatMap((record, index) => {
    const parsed = parseStoredProfiles([record]);
    if (!parsed.ok) return [];
    for (const { message } of parsed.problems) {
      // That it is kept as it is holds for what is stored on this device.
      notes.leave(`profiles[${index}]`, message.replace(' It is kept as it is.', ''));
    }
    return parsed.profiles;
  });
  return { requests: [], environments: [], profiles, leftBehind: notes.leftBehind, notice: null };
}
