import { readFieldValue } from '#domain/profile/fieldValue.ts';
import { isCredentialName, looksLikeSecret } from '#domain/profile/isCredentialName.ts';
import type { FieldValue, Secrets, SecretId, TokenSource } from '#domain/profile/profile.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import { readTokenParameters } from '#domain/token/readTokenParameters.ts';

/** The fields of the OAuth form as typed, secrets in the clear. */
export interface OAuthDraft {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly authentication: TokenSource['authentication'];
  readonly scope: string;
  readonly audience: string;
  readonly parameters: string;
  readonly place: TokenSource['place']['kind'];
  readonly parameterName: string;
  readonly isRenewed: boolean;
}

const DEFAULT_PARAMETER = 'access_token';

/** What the form begins with: as kept in the profile, else what suits its transport, since a page can send no header. */
export function oauthDraftOf(
  source: TokenSource | undefined,
  secrets: Secrets,
  transport: Transport,
): OAuthDraft {
  if (source === undefined) {
    return {
      url: '',
      clientId: '',
      clientSecret: '',
      authentication: 'basic',
      scope: '',
      audience: '',
      parameters: '',
      place: transport === 'browser' ? 'query' : 'header',
      parameterName: DEFAULT_PARAMETER,
      isRenewed: true,
    };
  }
  const { url, clientId, authentication, scope, audience, isRenewed, place } = source;
  return {
    url,
    clientId,
    authentication,
    scope,
    audience,
    isRenewed,
    clientSecret: readFieldValue(source.clientSecret, secrets),
    parameters: readFieldValue(source.parameters, secrets),
    place: place.kind,
    parameterName: place.kind === 'query' ? place.name : DEFAULT_PARAMETER,
  };
}

export interface SourceWithSecrets {
  readonly source: TokenSource;
  readonly secrets: Readonly<Record<SecretId, string>>;
}

/** What the profile keeps, its secrets apart from it under ids that stay the same over edits. */
export function tokenSourceOf(
  draft: OAuthDraft,
  before: TokenSource | undefined,
  newId: () => string,
): SourceWithSecrets {
  const secrets: Record<SecretId, string> = {};
  const keep = (text: string, kept: FieldValue | undefined): FieldValue => {
    const secretId = kept?.kind === 'secret' ? kept.secretId : newId();
    secrets[secretId] = text;
    return { kind: 'secret', secretId };
  };
  const parameterName = draft.parameterName.trim();
  const source: TokenSource = {
    kind: 'oauth',
    url: draft.url.trim(),
    clientId: draft.clientId.trim(),
    clientSecret: keep(draft.clientSecret, before?.clientSecret),
    authentication: draft.authentication,
    scope: draft.scope.trim(),
    audience: draft.audience.trim(),
    parameters: hasSecrets(draft.parameters)
      ? keep(draft.parameters, before?.parameters)
      : { kind: 'text', text: draft.parameters },
    place: draft.place === 'header' ? { kind: 'header' } : { kind: 'query', name: parameterName },
    isRenewed: draft.isRenewed,
    expiresAtId: before?.expiresAtId ?? newId(),
  };
  return { source, secrets };
}

function hasSecrets(text: string): boolean {
  const reading = readTokenParameters(text);
  return (
    reading.ok &&
    reading.parameters.some(({ name, value }) => isCredentialName(name, 'query') || looksLikeSecret(value))
  );
}

/** How a gateway that reads the token from the URL can be met by a page. */
export function warnOfPlace({ place }: OAuthDraft, transport: Transport, gateway: GatewayId): string | null {
  if (place !== 'header' || transport !== 'browser') return null;
  return gateway === 'aws'
    ? 'A browser cannot send this header: use the Companion transport, or a query parameter that the authorizer reads.'
    : 'A browser cannot send this header: use the Companion transport, or a query parameter that the gateway reads.';
}
