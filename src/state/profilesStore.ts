import type { StoreApi } from 'zustand/vanilla';
import type { FileProblem } from '#domain/profile/file/parseProfilesFile.ts';
import type { Environment, EnvironmentId } from '#domain/profile/environment.ts';
import type { Profile, ProfileId, SecretId, Secrets } from '#domain/profile/profile.ts';
import type { SecretLockActions } from './secretKeeper.ts';
import type { SealedSecrets } from './storedSecret.ts';

export interface ProfilesState {
  readonly status: 'loading' | 'ready';
  /** What is wrong with the device's storage, in a sentence; work goes on in memory. `null` when all is well. */
  readonly problem: { readonly code: StorageProblemCode; readonly message: string } | null;
  /** As saved on the device. */
  readonly saved: Readonly<Record<ProfileId, Profile>>;
  /** Edited or new, not saved. A draft hides the saved profile of the same id. Drafts survive a reload. */
  readonly drafts: Readonly<Record<ProfileId, Profile>>;
  /**
   * Profiles that others have made and that stay as they are; never stored. Those of the local gateways are made anew from
   * what the companion says, and their ids begin with `local:`; those of a catalogue, with `catalogue:`.
   */
  readonly readyMade: Readonly<Record<ProfileId, Profile>>;
  /** Profiles of the team's file, as it was when it was last whole; never stored. Ids begin with `team:`. */
  readonly team: Readonly<Record<ProfileId, Profile>>;
  /** `null` where the companion has none. */
  readonly teamFile: TeamFile | null;
  /** What drafts of the team's profiles were made from, where the file says something else by now. */
  readonly teamBases: Readonly<Record<ProfileId, Profile>>;
  readonly secrets: Secrets;
  /** Those that are sealed on the device, and that this page has not opened. One may have been entered anew since. */
  readonly lockedSecrets: SealedSecrets;
  /** Those that this page alone has, whatever becomes of the others. */
  readonly pageOnlySecrets: Readonly<Record<SecretId, true>>;
  /** Whether secrets are sealed under a passphrase on this device; and if so, whether this page can read them. */
  readonly secretsLock: 'none' | 'locked' | 'unlocked';
  readonly selectedId: ProfileId | null;
  /** By id; `SHARED_ENVIRONMENT` is there once it has a variable. */
  readonly environments: Readonly<Record<EnvironmentId, Environment>>;
  /** The one whose variables are filled in; `null` for those alone that hold in all environments. */
  readonly environmentId: EnvironmentId | null;
  /** The profiles deleted last, until the next deletion; empty when there is nothing to undo. Another array each time. */
  readonly deleted: readonly Profile[];
  /** The profile that was shown here when another tab deleted it; another object each time. */
  readonly deletedElsewhere: Profile | null;
  readonly actions: ProfilesActions;
}

/** The file of profiles that the companion was started with. */
export interface TeamFile {
  readonly name: string;
  /** Why it cannot be read as it is now; empty when it is whole. */
  readonly problems: readonly FileProblem[];
  /** What it offers for `{{variables}}`; nothing is filled in from here before the person takes it. */
  readonly environments: readonly Environment[];
}

export type StorageProblemCode =
  | 'storage-newer'
  | 'storage-broken'
  | 'storage-blocked'
  | 'storage-full'
  | 'storage-cleared';

export interface ProfilesActions
  extends EnvironmentActions, SecretLockActions, ReadyMadeActions, CatalogueProfilesActions, TeamActions {
  /** Reads the device's storage; call once. */
  readonly load: () => Promise<void>;
  /** Writes all that this page has to the device, whose storage was cleared. */
  readonly storeAgain: () => void;
  /** Saves a profile as it is: one that another tab has deleted. */
  readonly restore: (profile: Profile) => void;
  readonly select: (id: ProfileId | null) => void;
  /** A new draft with these fields over the defaults; selected. Returns its id. */
  readonly create: (fields?: Partial<Profile>) => ProfileId;
  /** Changes the profile's draft, making one when there is none. */
  readonly edit: (id: ProfileId, change: (profile: Profile) => Profile) => void;
  /** An empty value takes the place of none that is locked: it comes of a form that could not show what is there. */
  readonly setSecret: (id: SecretId, value: string) => void;
  /** Gives a secret the value of another one, be it locked. */
  readonly copySecret: (from: SecretId, to: SecretId) => void;
  /** Whether the secret is never stored. One that is locked has to be unlocked first. */
  readonly setPageOnly: (id: SecretId, isPageOnly: boolean) => void;
  /** Saves the draft. One that is not the device's is saved as a new one, which is selected. Returns the saved id. */
  readonly save: (id: ProfileId) => ProfileId;
  /** Forgets the draft; a profile never saved is gone then. */
  readonly discard: (id: ProfileId) => void;
  readonly rename: (id: ProfileId, name: string) => void;
  /** Puts each of these profiles into its folder, as renaming does: at once. */
  readonly move: (folders: Readonly<Record<ProfileId, string>>) => void;
  /** A saved copy, secrets included; selected. Returns its id. */
  readonly duplicate: (id: ProfileId) => ProfileId;
  /** Those that are not the device's lose their drafts. */
  readonly remove: (ids: readonly ProfileId[]) => void;
  readonly undoRemove: () => void;
  /**
   * Saves profiles with these fields over the defaults, and secrets of theirs; the first is selected. Those with an id take
   * the place of the profile that has it, and of its draft.
   */
  readonly saveAll: (profiles: readonly Partial<Profile>[], secrets: Secrets) => SavedAll;
}

export interface SavedAll {
  /** Of the profiles, in their order. */
  readonly ids: readonly ProfileId[];
  /** Makes everything as it was: profiles, drafts and secrets that were there, and nothing that was not. */
  readonly undo: () => void;
}

export interface ReadyMadeActions {
  /** Puts the local gateways' profiles in place, with their secrets. */
  readonly setReadyMade: (profiles: readonly Profile[], secrets: Secrets) => void;
}

export interface CatalogueProfilesActions {
  /** Puts the catalogue's profiles in place: what it has of them now. */
  readonly setCatalogue: (profiles: readonly Profile[]) => void;
  /** Drops the profiles of the catalogue at this URL, and the secrets that were typed for them; drafts keep theirs. */
  readonly forgetCatalogue: (url: string) => void;
}

export interface TeamActions {
  /**
   * What the team's file says now; `profiles` is `null` where that cannot be read, and those of before stay. `written` were
   * written there just now.
   */
  readonly setTeam: (
    file: TeamFile | null,
    profiles: readonly Profile[] | null,
    written?: readonly Profile[],
  ) => void;
  /** Puts a draft back as it was; `base` is what it was made from, where the team's file had something else by then. */
  readonly restoreDraft: (draft: Profile, base: Profile | undefined) => void;
}

export interface EnvironmentActions {
  /** A new environment with these variables; chosen. Returns its id. */
  readonly addEnvironment: (name: string, variables?: Environment['variables']) => EnvironmentId;
  /** Puts the environment in place of the one with its id, or beside the others. */
  readonly putEnvironment: (environment: Environment) => void;
  /** Its secrets go with the page: until then, `putEnvironment` brings it back whole. */
  readonly removeEnvironment: (id: EnvironmentId) => void;
  /** Adds what these have and the person's own lack, with the values of secrets by their ids. Returns what takes it back. */
  readonly takeEnvironments: (theirs: readonly Environment[], theirSecrets?: Secrets) => () => void;
  readonly chooseEnvironment: (id: EnvironmentId | null) => void;
}

export type ProfilesStore = StoreApi<ProfilesState>;

/** The profile as the page shows it: draft before saved, before the team's, before ready-made. */
export function selectProfile(state: ProfilesState, id: ProfileId | null): Profile | null {
  if (id === null) return null;
  return state.drafts[id] ?? keptProfile(state, id) ?? null;
}

/** What a draft of this id is a draft of. */
export function keptProfile(
  { saved, team, readyMade }: Pick<ProfilesState, 'saved' | 'team' | 'readyMade'>,
  id: ProfileId,
): Profile | undefined {
  return saved[id] ?? team[id] ?? readyMade[id];
}

/** A profile of the team's file that was changed here and there. */
export interface TeamConflict {
  readonly mine: Profile;
  readonly base: Profile;
  /** `null` where it was deleted there. */
  readonly theirs: Profile | null;
}

export function selectTeamConflict(state: ProfilesState, id: ProfileId): TeamConflict | null {
  const [mine, base] = [state.drafts[id], state.teamBases[id]];
  if (mine === undefined || base === undefined) return null;
  if (state.teamFile === null || state.teamFile.problems.length > 0) return null;
  return { mine, base, theirs: state.team[id] ?? null };
}
