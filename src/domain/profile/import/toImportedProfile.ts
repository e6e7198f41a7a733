import { PasteDraft } from '../paste/pasteDraft.ts';
import { settleUrl, takeUserInfo } from '../paste/settleUrl.ts';
import { toEndpoint } from '../paste/toEndpoint.ts';
import type { GatewayId } from '../../gateway/gatewayId.ts';
import { encodeBase64 } from '../../format/base64.ts';
import { DEFAULT_PROFILE_OPTIONS } from '../newProfile.ts';
import { toDescription } from '../description.ts';
import type { Profile, ProfileId, Secrets, TypedMessage } from '../profile.ts';
import { profileName } from '../profileName.ts';
import { splitQuery } from '../queryText.ts';
import { createVariableFiller, type VariableFiller } from './variableFiller.ts';
import { joinFolders } from './joinFolders.ts';
import { MAX_DRAFT_FIELDS } from './importLimits.ts';
import { importMessages } from './importMessages.ts';
import {
  draftField,
  type DraftField,
  type LeftBehind,
  type RequestDraft,
  type Variables,
} from './requestDraft.ts';

/** A profile as an import would make it. */
export interface ImportedProfile {
  /** Where it stands in the file. */
  readonly place: string;
  /** Of Postern's own file: what makes it the same profile on every device; else `null`. */
  readonly id: ProfileId | null;
  /** Over the defaults of a new profile. */
  readonly fields: ImportedFields;
  /** The values of the secrets that the fields name. */
  readonly secrets: Secrets;
  /** The gateway that the URL says, or `null`. */
  readonly gateway: GatewayId | null;
  /** What to put into the composer, or `null`. */
  readonly message: TypedMessage | null;
  /** What the file leaves open, for example `token in the header Authorization`. */
  readonly toFillIn: readonly string[];
}

export type ImportedFields = Partial<Omit<Profile, 'id'>> & Pick<Profile, 'name' | 'folder' | 'url'>;

export type DraftOutcome =
  | {
      readonly kind: 'profile';
      readonly profile: ImportedProfile;
      readonly leftBehind: readonly LeftBehind[];
    }
  /** Not a WebSocket: collections are full of these, so they are only counted. */
  | { readonly kind: 'otherProtocol' }
  | { readonly kind: 'leftBehind'; readonly leftBehind: readonly LeftBehind[] };

/** Fills in the variables of a request, takes the secrets out of it, and makes it a profile. */
export function toImportedProfile(
  draft: RequestDraft,
  environment: Variables,
  newId: () => string,
): DraftOutcome {
  const filler = createVariableFiller(draft.variables, environment);
  const leftBehind: LeftBehind[] = [];
  const leave = (reason: string, place = draft.place) => leftBehind.push({ place, reason });

  const [rawUrl = '', rawQuery = ''] = draft.url.trim().split(/\?(.*)/s);
  const base = filler.fill(rawUrl, 'the URL');
  if (!draft.isWebSocket && !/^wss?:\/\//i.test(base.text)) return { kind: 'otherProtocol' };
  if (base.text === '') {
    leave('It has no URL.');
    return { kind: 'leftBehind', leftBehind };
  }
  if (base.isSecret) leave('A variable that is a secret stands in its URL, where it is not masked.');

  const pasted = new PasteDraft();
  pasted.url = base.text;
  pasted.verifiesCertificate = draft.verifiesCertificate;
  takeParameters(pasted, [...queryFields(rawQuery), ...draft.parameters], filler, leave);
  takeHeaders(pasted, draft.headers, filler, leave);
  takeAuthentication(pasted, draft, filler, leave);
  if (base.missing.length > 0) {
    // What is still to be filled in may be the scheme or the host: then the URL stays as it is, less a password in it.
    pasted.url = takeUserInfo(pasted, base.text);
  } else {
    const problem = settleUrl(pasted);
    if (problem !== null) {
      leave(problem);
      return { kind: 'leftBehind', leftBehind };
    }
  }
  const endpoint = toEndpoint(pasted, newId);
  for (const note of endpoint.notes) leave(note);
  for (const what of draft.leftOut) leave(`It has ${what}: Postern has no place for this.`);
  const messages = importMessages(draft.messages, filler, leave, newId);
  const { url, parameters, headers, subprotocols, origin, options, secrets, gateway } = endpoint;
  return {
    kind: 'profile',
    leftBehind,
    profile: {
      place: draft.place,
      id: null,
      fields: {
        name: draft.name.trim() === '' ? profileName(url, gateway) : draft.name.trim(),
        folder: joinFolders(draft.folders),
        description: toDescription(draft.description),
        url,
        parameters,
        headers,
        subprotocols,
        origin,
        options: { ...DEFAULT_PROFILE_OPTIONS, ...options },
        messages: messages.saved,
      },
      secrets,
      gateway,
      message: messages.first,
      toFillIn: filler.toFillIn(),
    },
  };
}

type Leave = (reason: string) => void;

function queryFields(query: string): readonly DraftField[] {
  return splitQuery(query.split('#')[0] ?? '').map(({ name, value }) => draftField(name, value));
}

function takeParameters(
  pasted: PasteDraft,
  fields: readonly DraftField[],
  filler: VariableFiller,
  leave: Leave,
): void {
  for (const field of limited(fields, 'query parameters', leave)) {
    const name = filler.fill(field.name, 'the name of a query parameter');
    const value = filler.fill(field.value, `the query parameter ${field.name}`);
    const isSecret = field.isSecret || name.isSecret || value.isSecret;
    // A variable may stand for several parameters.
    const pairs = name.text === '' ? splitQuery(value.text) : [{ name: name.text, value: value.text }];
    for (const pair of pairs) pasted.parameters.push({ ...pair, isEnabled: field.isEnabled, isSecret });
  }
}

function takeHeaders(
  pasted: PasteDraft,
  fields: readonly DraftField[],
  filler: VariableFiller,
  leave: Leave,
): void {
  for (const field of limited(fields, 'headers', leave)) {
    const name = filler.fill(field.name, 'the name of a header').text.trim();
    if (name === '' && field.value === '') continue;
    const value = filler.fill(field.value, `the header ${name}`);
    const isSecret = field.isSecret || value.isSecret;
    const hasPlaceOfItsOwn = /^(?:origin|sec-websocket-protocol)$/i.test(name);
    if (name === '') leave('A header without a name was left out.');
    // The value may be a credential, so it is not shown where the name is not one.
    else if (name.includes(':'))
      leave(`The header ${name.replaceAll(':', '')} was left out: its name holds a colon.`);
    else if (hasPlaceOfItsOwn && !field.isEnabled)
      leave(`The header ${name} was left out: it is switched off.`);
    else pasted.takeHeader(`${name}: ${value.text}`, { isEnabled: field.isEnabled, isSecret });
    if (hasPlaceOfItsOwn && isSecret)
      leave(`The header ${name} holds a secret: it is kept with the profile, in the clear.`);
  }
}

function takeAuthentication(
  pasted: PasteDraft,
  { authentication, headers }: RequestDraft,
  filler: VariableFiller,
  leave: Leave,
): void {
  const isTaken = headers.some(({ name, isEnabled }) => isEnabled && name.toLowerCase() === 'authorization');
  switch (authentication.kind) {
    case 'none':
      return;
    case 'basic': {
      if (isTaken)
        return leave('Its user and password were left out: a header Authorization stands beside them.');
      const where = 'the header Authorization (Basic: base64 of user:password)';
      const user = filler.fill(authentication.user, where);
      const password = filler.fill(authentication.password, where);
      const credentials = `${user.text}:${password.text}`;
      // What is still to be filled in would be unreadable.
      const isWhole = user.missing.length + password.missing.length === 0;
      const value = isWhole ? encodeBase64(new TextEncoder().encode(credentials)) : credentials;
      pasted.takeHeader(`Authorization: Basic ${value}`);
      return;
    }
    case 'bearer': {
      if (isTaken) return leave('Its token was left out: a header Authorization stands beside it.');
      const token = filler.fill(authentication.token, 'the header Authorization').text;
      pasted.takeHeader(`Authorization: ${authentication.prefix || 'Bearer'} ${token}`);
      return;
    }
    case 'key': {
      const field = draftField(authentication.name, authentication.value, { isSecret: true });
      if (authentication.place === 'query') takeParameters(pasted, [field], filler, leave);
      else takeHeaders(pasted, [field], filler, leave);
      return;
    }
    case 'other':
      leave(`Its authentication (${authentication.name}) was left out: give it a token or header by hand.`);
  }
}

function limited(fields: readonly DraftField[], what: string, leave: Leave): readonly DraftField[] {
  if (fields.length > MAX_DRAFT_FIELDS)
    leave(`Only the first ${MAX_DRAFT_FIELDS} of its ${what} were taken over.`);
  return fields.slice(0, MAX_DRAFT_FIELDS);
}
