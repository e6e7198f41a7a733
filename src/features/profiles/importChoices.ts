import { updateProfile } from '#domain/profile/file/updateProfile.ts';
import type { ImportedProfile } from '#domain/profile/import/readImport.ts';
import { secretPlacesOf } from '#domain/profile/mapSecretIds.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { ImportMatch } from './matchImport.ts';

/** What becomes of a profile of an import. A changed one takes the place of the person's own only with `update`. */
export type ImportChoice = 'create' | 'update' | 'copy' | 'skip';

/** What the person has chosen, by the places in the list; of what is not here, the default holds. */
export interface ImportChoices {
  readonly choices: ReadonlyMap<number, ImportChoice>;
  /** Those whose secrets go along in spite of the risks. */
  readonly keepsSecrets: ReadonlySet<number>;
}

export const NOTHING_CHOSEN: ImportChoices = { choices: new Map(), keepsSecrets: new Set() };

/** What is new is made. What is here already stays as it is, until the person says what to do. */
export function choiceOf(match: ImportMatch, index: number, { choices }: ImportChoices): ImportChoice {
  return choices.get(index) ?? (match.kind === 'new' ? 'create' : 'skip');
}

export function withChoice(
  chosen: ImportChoices,
  indexes: Iterable<number>,
  choice: ImportChoice,
): ImportChoices {
  const choices = new Map(chosen.choices);
  for (const index of indexes) choices.set(index, choice);
  return { ...chosen, choices };
}

export function withSecretsKept(chosen: ImportChoices, index: number, isKept: boolean): ImportChoices {
  const keepsSecrets = new Set(chosen.keepsSecrets);
  if (isKept) keepsSecrets.add(index);
  else keepsSecrets.delete(index);
  return { ...chosen, keepsSecrets };
}

/** One profile of the import and what is to become of it. */
export interface ImportDecision {
  readonly imported: ImportedProfile;
  readonly choice: ImportChoice;
  /** To be saved; `null` for one that is skipped. */
  readonly fields: Partial<Profile> | null;
}

export function decideImport(
  imported: readonly ImportedProfile[],
  matches: readonly ImportMatch[],
  chosen: ImportChoices,
): readonly ImportDecision[] {
  return imported.map((each, index) => {
    const match = matches[index] ?? { kind: 'new', id: null };
    const choice = choiceOf(match, index, chosen);
    return { imported: each, choice, fields: fieldsOf(each, match, choice, chosen.keepsSecrets.has(index)) };
  });
}

function fieldsOf(
  { fields, secrets }: ImportedProfile,
  match: ImportMatch,
  choice: ImportChoice,
  keepsSecrets: boolean,
): Partial<Profile> | null {
  if (choice === 'skip' || match.kind === 'same') return null;
  if (match.kind === 'new') return match.id === null ? fields : { ...fields, id: match.id };
  if (choice === 'update')
    return updateProfile(match.mine, match.theirs, match.risks.length === 0 || keepsSecrets, secrets);
  return { ...fields, name: `${fields.name} (imported)` };
}

/** What is still to be given by hand, once it is done. */
export function toFillIn(
  { imported, choice, fields }: ImportDecision,
  match: ImportMatch,
): readonly string[] {
  if (fields === null) return [];
  if (choice !== 'update' || match.kind !== 'changed') return imported.toFillIn;
  const kept = new Set(secretPlacesOf(match.mine).values());
  return [...(fields.parameters ?? []), ...(fields.headers ?? [])].flatMap(({ name, value }) =>
    value.kind === 'secret' && !kept.has(value.secretId) && !(value.secretId in imported.secrets)
      ? [`the secret ${name}`]
      : [],
  );
}

/** What the button does, in words: `Create 2 profiles, update 1`. */
export function importLabel(decisions: readonly ImportDecision[]): string {
  const made = decisions.filter(({ fields }) => fields !== null);
  const updated = made.filter(({ choice }) => choice === 'update').length;
  const created = made.length - updated;
  if (updated === 0) return created > 1 ? `Create ${created} profiles` : 'Create profile';
  if (created === 0) return updated > 1 ? `Update ${updated} profiles` : 'Update profile';
  return `Create ${created}, update ${updated}`;
}

/** What was done, in a sentence. */
export function importedSentence(decisions: readonly ImportDecision[]): string {
  const made = decisions.filter(({ fields }) => fields !== null);
  const created = named(made.filter(({ choice }) => choice !== 'update'));
  const updated = named(made.filter(({ choice }) => choice === 'update'));
  if (updated === null) return `Created ${created ?? 'nothing'}.`;
  return created === null ? `Updated ${updated}.` : `Created ${created}, and updated ${updated}.`;
}

function named(decisions: readonly ImportDecision[]): string | null {
  const [first] = decisions;
  if (first === undefined) return null;
  return decisions.length === 1 ? `“${first.fields?.name ?? ''}”` : `${decisions.length} profiles`;
}
