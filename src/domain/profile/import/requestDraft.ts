import type { Environment as PosternEnvironment } from '../environment.ts';
import type { FiledProfile } from '../file/parseProfilesFile.ts';
import type { TypedMessage } from '../profile.ts';

/** What an importer finds in a file, before variables are filled in and secrets are taken out of it. */
export interface ImportSource {
  readonly requests: readonly RequestDraft[];
  /** Sets of variables, one of which a person works with at a time. */
  readonly environments: readonly Environment[];
  /** Variables of a collection whose requests are files of their own: for all of the import, after all others. */
  readonly shared?: Variables;
  /** Messages that are files of their own, for the request that they were chosen with. */
  readonly looseMessages?: readonly DraftMessage[];
  /** Whole profiles, of Postern's own file. */
  readonly profiles?: readonly FiledProfile[];
  /** Beside them: what is not filled in, but kept as variables. */
  readonly ownEnvironments?: readonly PosternEnvironment[];
  readonly leftBehind: readonly LeftBehind[];
  /** What there is to know of the format: a sentence, or `null`. */
  readonly notice: string | null;
}

export interface RequestDraft {
  /** Where it stands in the file, for example `item[0].item[2]`. */
  readonly place: string;
  /** Empty when it has none of its own. */
  readonly name: string;
  /** Lines of text; empty for none. */
  readonly description: string;
  /** From the outermost one. */
  readonly folders: readonly string[];
  readonly url: string;
  /** Whether the format says that this is a WebSocket; otherwise its URL has to. */
  readonly isWebSocket: boolean;
  /** Those that do not stand in the URL. */
  readonly parameters: readonly DraftField[];
  readonly headers: readonly DraftField[];
  readonly authentication: DraftAuthentication;
  readonly messages: readonly DraftMessage[];
  /** Whether its messages are files of their own. */
  readonly hasLooseMessages: boolean;
  /** What else it has that a profile has no place for, in words: `scripts`. */
  readonly leftOut: readonly string[];
  readonly verifiesCertificate: boolean;
  readonly variables: DraftVariables;
}

export interface DraftField {
  readonly name: string;
  readonly value: string;
  readonly isEnabled: boolean;
  /** Whether the file says so; names and shapes of credentials are secret without it. */
  readonly isSecret: boolean;
}

export type DraftAuthentication =
  | { readonly kind: 'none' }
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string; readonly prefix: string }
  | {
      readonly kind: 'key';
      readonly name: string;
      readonly value: string;
      readonly place: 'header' | 'query';
    }
  /** One that a profile has no place for, by its name. */
  | { readonly kind: 'other'; readonly name: string };

export interface DraftMessage extends TypedMessage {
  /** Where it stands in the file. */
  readonly place: string;
  /** Empty when it has none of its own. */
  readonly name: string;
}

/** The variables of a request beside those of the environment, which stand between the two. */
export interface DraftVariables {
  /** How this format writes them. */
  readonly syntax: VariableSyntax;
  /** Of the request and its folders: they come first. */
  readonly near: Variables;
  /** Of the collection: they come last. */
  readonly far: Variables;
}

/** `{{name}}`, `{{ _.name }}`, `<<name>>`, `{name}` or none. */
export type VariableSyntax = 'braces' | 'underscore' | 'angles' | 'curly' | 'none';

export type Variables = ReadonlyMap<string, Variable>;

export interface Variable {
  readonly value: string;
  readonly isSecret: boolean;
}

export interface Environment {
  /** Empty for one that is named by its file. */
  readonly name: string;
  readonly variables: Variables;
}

/** Something of a file that no profile has. */
export interface LeftBehind {
  /** Where it stands in the file. */
  readonly place: string;
  /** A sentence. */
  readonly reason: string;
}

export const NO_VARIABLES: Variables = new Map();
export const NO_AUTHENTICATION: DraftAuthentication = { kind: 'none' };

/** A draft of these fields; whatever it does not say is empty. */
export function newRequestDraft(
  fields: Pick<RequestDraft, 'place' | 'name' | 'url'> & Partial<RequestDraft>,
): RequestDraft {
  return {
    description: '',
    folders: [],
    isWebSocket: true,
    parameters: [],
    headers: [],
    authentication: NO_AUTHENTICATION,
    messages: [],
    hasLooseMessages: false,
    leftOut: [],
    verifiesCertificate: true,
    variables: { syntax: 'none', near: NO_VARIABLES, far: NO_VARIABLES },
    ...fields,
  };
}

export function draftField(name: string, value: string, flags: Partial<DraftField> = {}): DraftField {
  return { name, value, isEnabled: true, isSecret: false, ...flags };
}
