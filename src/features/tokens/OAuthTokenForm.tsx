import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import { checkTokenUrl, warnOfTokenUrl } from '#domain/token/checkTokenUrl.ts';
import type { Profile } from '#domain/profile/profile.ts';
import type { TokenProblem } from '#domain/token/explainRefusal.ts';
import { readTokenParameters } from '#domain/token/readTokenParameters.ts';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { FormField } from '#ui/FormField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { Select } from '#ui/Select.tsx';
import { newId } from '../stores/newId.ts';
import { useStores } from '../stores/StoresContext.ts';
import { effectiveTransport, useCompanion } from '../stores/useCompanion.ts';
import { oauthDraftOf, tokenSourceOf, warnOfPlace, type OAuthDraft } from './oauthDraft.ts';
import { TokenField } from './TokenField.tsx';
import type { TokenFormProps } from './tokenForm.ts';
import { TokenIntro } from './TokenIntro.tsx';

/** A token by client credentials, fetched by the companion and kept fresh. */
export function OAuthTokenForm({ formId, profile, onBusy, onResult }: TokenFormProps) {
  const stores = useStores();
  const companion = useCompanion();
  const transport = effectiveTransport(profile.transport, companion);
  const [draft, setDraft] = useState<OAuthDraft>(() =>
    oauthDraftOf(profile.tokenSource, stores.profiles.getState().secrets, transport),
  );
  const [hasTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<TokenProblem | null>(null);
  const change = (changed: Partial<OAuthDraft>) => setDraft({ ...draft, ...changed });

  const parameters = readTokenParameters(draft.parameters);
  const problems = {
    url: checkTokenUrl(draft.url.trim()),
    clientId: draft.clientId.trim() === '' ? 'Enter the client ID.' : null,
    clientSecret: draft.clientSecret === '' ? 'Enter the client secret.' : null,
    parameters: parameters.ok ? null : parameters.message,
    parameterName:
      draft.place === 'query' && draft.parameterName.trim() === '' ? 'Name the parameter.' : null,
  };
  const refusedAt = (field: TokenProblem['at']) => (refusal?.at === field ? refusal.message : null);
  const problemAt = (field: keyof typeof problems) => (hasTried ? problems[field] : null);

  const submit = async () => {
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    setRefusal(null);
    const { setSecret, edit } = stores.profiles.getState().actions;
    const { source, secrets } = tokenSourceOf(draft, profile.tokenSource, newId);
    for (const [id, value] of Object.entries(secrets)) setSecret(id, value);
    edit(profile.id, (one) => ({ ...one, tokenSource: source }));
    onBusy(true);
    const { fetch: fetchToken, dismiss } = stores.tokens.getState().actions;
    const fetched = await fetchToken(profile.id, source);
    onBusy(false);
    if (fetched.kind === 'failed') {
      dismiss(profile.id);
      setRefusal(fetched.problem);
    }
    if (fetched.kind !== 'token') return;
    const where =
      source.place.kind === 'header'
        ? 'The profile has the token in the header Authorization.'
        : `The profile has the token as the query parameter ${source.place.name}.`;
    const scope = fetched.token.scope === null ? [] : [`Scope granted: ${fetched.token.scope}.`];
    const renewal = source.isRenewed
      ? ['Once it has expired, the next attempt fetches a new one first.']
      : ['It stays until you get another one here.'];
    onResult({ lines: [where, ...scope, ...renewal], expiresAt: fetched.expiresAt });
  };

  /** The token itself stays in its row, where it can be seen and removed. */
  const forget = () => {
    stores.profiles.getState().actions.edit(profile.id, withoutTokenSource);
    setDraft(oauthDraftOf(undefined, {}, transport));
    setTried(false);
    setRefusal(null);
  };

  return (
    <form
      id={formId}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TokenIntro>
        An access token by the client credentials grant. The companion asks for it, and the profile keeps
        these settings; the secret stays on this device.
      </TokenIntro>
      {(companion === 'absent' || companion === 'token-required') && (
        <Notice tone="warn">
          {companion === 'absent'
            ? 'This needs the companion, which is not running: a page may not ask a token endpoint of another site. Start it with npm start.'
            : 'This needs the companion, which wants its token first: see the foot of the profiles.'}
        </Notice>
      )}
      <TokenField
        label="Token endpoint"
        placeholder="https://login.example.com/oauth2/token"
        value={draft.url}
        problem={problemAt('url') ?? refusedAt('url')}
        warning={warnOfTokenUrl(draft.url.trim())}
        onValueChange={(url) => change({ url })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TokenField
          label="Client ID"
          value={draft.clientId}
          problem={problemAt('clientId') ?? refusedAt('clientId')}
          onValueChange={(clientId) => change({ clientId })}
        />
        <TokenField
          label="Client secret"
          isSecret
          value={draft.clientSecret}
          problem={problemAt('clientSecret') ?? refusedAt('clientSecret')}
          onValueChange={(clientSecret) => change({ clientSecret })}
        />
        <TokenField
          label="Scope"
          placeholder="Optional"
          value={draft.scope}
          problem={refusedAt('scope')}
          onValueChange={(scope) => change({ scope })}
        />
        <TokenField
          label="Audience"
          placeholder="Optional"
          value={draft.audience}
          problem={refusedAt('audience')}
          onValueChange={(audience) => change({ audience })}
        />
      </div>
      <FormField label="Client authentication">
        {(control) => (
          <Select
            {...control}
            value={draft.authentication}
            options={AUTHENTICATIONS}
            onValueChange={(authentication) => change({ authentication })}
          />
        )}
      </FormField>
      <TokenField
        label="Other parameters"
        rows={2}
        placeholder="name=value, one a line"
        value={draft.parameters}
        problem={problemAt('parameters') ?? refusedAt('parameters')}
        onValueChange={(text) => change({ parameters: text })}
      />
      <div className="flex flex-wrap items-start gap-3">
        <div className="flex flex-col items-start gap-1">
          <span className="text-ink-soft">Put it into</span>
          <Segmented
            label="Put it into"
            value={draft.place}
            options={PLACES}
            onValueChange={(place) => change({ place })}
          />
        </div>
        {draft.place === 'query' && (
          <TokenField
            label="Parameter"
            className="flex-1"
            value={draft.parameterName}
            problem={problemAt('parameterName')}
            onValueChange={(parameterName) => change({ parameterName })}
          />
        )}
      </div>
      <PlaceWarning text={warnOfPlace(draft, transport, effectiveGateway(profile))} />
      <Checkbox
        isChecked={draft.isRenewed}
        onCheckedChange={(isRenewed) => change({ isRenewed })}
        label="When it has expired, fetch a new one before the next attempt"
      />
      {profile.tokenSource !== undefined && (
        <Button size="small" variant="quiet" className="self-start" onClick={forget}>
          <Trash2 aria-hidden className="size-3.5" />
          Forget these settings
        </Button>
      )}
      {refusal !== null && refusal.at === null && <Notice tone="bad">{refusal.message}</Notice>}
    </form>
  );
}

function PlaceWarning({ text }: { readonly text: string | null }) {
  return text === null ? null : <Notice tone="warn">{text}</Notice>;
}

const AUTHENTICATIONS = [
  { value: 'basic', label: 'In the Authorization header (Basic)' },
  { value: 'body', label: 'In the body (client_id, client_secret)' },
] as const;

const PLACES = [
  { value: 'header', label: 'Authorization header' },
  { value: 'query', label: 'Query parameter' },
] as const;

function withoutTokenSource(profile: Profile): Profile {
  const { tokenSource: _tokenSource, ...rest } = profile;
  return rest;
}
