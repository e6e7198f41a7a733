import { assertNever } from '#domain/assertNever.ts';
import type { CatalogueAddressReading } from '#domain/profile/catalogue/catalogueAddress.ts';
import type { Catalogue } from '#domain/profile/catalogue/readCatalogue.ts';
import type { FileProblem } from '#domain/profile/file/parseProfilesFile.ts';
import type { CatalogueConsent } from '#state/catalogueStore.ts';
import type { CompanionState } from '../../stores/useCompanion.ts';

/** What is to be said of the catalogue, and what can be done about it. */
export interface CatalogueNote {
  /** Something is wrong, or only goes on. */
  readonly tone: 'problem' | 'quiet';
  readonly text: string;
  readonly problems: readonly FileProblem[];
  /** Why what is shown is shown all the same; empty for nothing. */
  readonly meanwhile: string;
  readonly action: 'retry' | 'show' | null;
}

export interface CatalogueNoteInput {
  readonly reading: CatalogueAddressReading;
  readonly consent: CatalogueConsent;
  readonly companion: CompanionState;
  /** What was fetched in this session. */
  readonly catalogue: Catalogue | null;
  /** Why the last look has failed. */
  readonly error: { readonly message: string; readonly problems: readonly FileProblem[] } | null;
}

/** `null` when all of it is in the list, and while the person is asked. */
export function catalogueNote(input: CatalogueNoteInput): CatalogueNote | null {
  const { reading, consent, companion, catalogue, error } = input;
  if (!reading.ok) return problem(reading.message);
  const { site, isOwnSite } = reading.address;
  // Who cannot have it either way is not asked whether they want it.
  if (consent === 'undecided') return companion === 'absent' ? obstacleFor(site, companion) : null;
  if (consent === 'declined') {
    return { ...QUIET, text: `The profiles of ${site} are not shown.`, action: 'show' };
  }
  const meanwhile =
    catalogue === null || catalogue.profiles.length === 0 ? '' : 'Its profiles are shown as they were.';
  const obstacle = isOwnSite ? null : obstacleFor(site, companion);
  // What is there needs no companion.
  if (obstacle !== null && catalogue === null) return obstacle;
  if (error !== null)
    return { ...problem(error.message), problems: error.problems, meanwhile, action: 'retry' };
  if (catalogue === null) return { ...QUIET, text: `Fetching the profiles of ${site}…` };
  if (catalogue.problems.length > 0) {
    return {
      ...problem(`Not all of the file of ${site} can be read:`),
      problems: catalogue.problems,
      meanwhile: catalogue.profiles.length > 0 ? 'The other profiles are shown.' : '',
      action: 'retry',
    };
  }
  return catalogue.profiles.length > 0
    ? null
    : { ...QUIET, text: `The file of ${site} has no profiles in it.`, action: 'retry' };
}

const QUIET: CatalogueNote = { tone: 'quiet', text: '', problems: [], meanwhile: '', action: null };

function problem(text: string): CatalogueNote {
  return { ...QUIET, tone: 'problem', text };
}

function obstacleFor(site: string, companion: CompanionState): CatalogueNote | null {
  switch (companion) {
    case 'checking':
      return { ...QUIET, text: `Fetching the profiles of ${site}…` };
    case 'ready':
      return null;
    case 'token-required':
      return problem(
        `The companion asks ${site} for its profiles, and needs its token first: see Companion, at the top.`,
      );
    case 'absent':
      return problem(
        `${site} is another site than that of this page, so only the companion can ask it for its profiles. Start the companion with npm start and open this address there, or put the file beside this page.`,
      );
    default:
      return assertNever(companion);
  }
}
