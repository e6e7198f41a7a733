import { useState } from 'react';
import { readFieldValue } from '#domain/profile/fieldValue.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import { isInUse } from '#domain/profile/resolveProfile.ts';
import { resolveUrl } from '#domain/profile/resolveUrl.ts';
import {
  checkAccessKeyId,
  checkPresignedLifetime,
  checkRegion,
  checkSecretAccessKey,
  checkSessionToken,
  EXECUTE_API,
  regionOf,
} from '#domain/token/awsSigning.ts';
import { unsignedParameters, withPresignedQuery } from '#domain/token/withPresignedQuery.ts';
import { Notice } from '#ui/Notice.tsx';
import { newId } from '../stores/newId.ts';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { presignUrl } from './presignUrl.ts';
import { readMinutes } from './readMinutes.ts';
import { TokenField } from './TokenField.tsx';
import type { TokenFormProps } from './tokenForm.ts';
import { TokenIntro } from './TokenIntro.tsx';

/** A presigned URL for IAM authorization, signed in the page. */
export function AwsTokenForm({ formId, profile, onBusy, onResult }: TokenFormProps) {
  const stores = useStores();
  const secrets = useProfiles((state) => state.secrets);
  const [accessKeyId, setAccessKeyId] = useState('');
  const [secretAccessKey, setSecretAccessKey] = useState('');
  const [sessionToken, setSessionToken] = useState('');
  const [region, setRegion] = useState(() => regionOf(profile.url) ?? '');
  const [lifetime, setLifetime] = useState('60');
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const credentials = {
    accessKeyId: accessKeyId.trim(),
    secretAccessKey: secretAccessKey.trim(),
    sessionToken: sessionToken.trim(),
  };
  const pairs = unsignedParameters(profile).filter(isInUse);
  const target = resolveUrl(
    profile.url,
    pairs.map(({ name, value }) => ({ name, value: readFieldValue(value, secrets) })),
  );
  const problems = {
    accessKeyId: checkAccessKeyId(credentials.accessKeyId),
    secretAccessKey: checkSecretAccessKey(credentials.secretAccessKey),
    sessionToken: checkSessionToken(credentials),
    region: checkRegion(region.trim()),
    lifetime: checkPresignedLifetime(readMinutes(lifetime)),
  };
  const shown = hasTried ? problems : NO_PROBLEMS;

  const submit = async () => {
    setTried(true);
    if (!target.ok || Object.values(problems).some((problem) => problem !== null)) return;
    const now = new Date();
    const lifetimeSeconds = readMinutes(lifetime) * 60;
    onBusy(true);
    try {
      const query = await presignUrl({
        url: new URL(target.url),
        region: region.trim(),
        service: EXECUTE_API,
        credentials,
        lifetimeSeconds,
        now,
      });
      const signed = withPresignedQuery(profile, query, newId);
      const { setSecret, edit } = stores.profiles.getState().actions;
      for (const [id, value] of Object.entries(signed.secrets)) setSecret(id, value);
      edit(profile.id, (one) => ({ ...one, parameters: signed.profile.parameters }));
      onResult({
        lines: [
          `The profile has ${query.length} query parameters that presign its URL.`,
          'They cover the URL and every other parameter: presign again when you change one.',
        ],
        expiresAt: Math.floor(now.getTime() / 1_000) * 1_000 + lifetimeSeconds * 1_000,
      });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The browser could not sign the URL.');
    } finally {
      onBusy(false);
    }
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
        A presigned URL for a WebSocket API with IAM authorization (SigV4, {EXECUTE_API}). It is signed in
        this page: the keys go nowhere, and are forgotten when this dialog closes.
      </TokenIntro>
      {target.ok ? (
        <p className="font-mono text-2xs wrap-anywhere">
          <span className="text-ink-soft">GET </span>
          {maskUrl(profile.url)}
        </p>
      ) : (
        <Notice tone={hasTried ? 'bad' : 'warn'}>
          Close this and put the gateway URL right first. {target.message}
        </Notice>
      )}
      <TokenField
        label="Access key ID"
        placeholder="AKIA…"
        value={accessKeyId}
        problem={shown.accessKeyId}
        onValueChange={setAccessKeyId}
      />
      <TokenField
        label="Secret access key"
        isSecret
        value={secretAccessKey}
        problem={shown.secretAccessKey}
        onValueChange={setSecretAccessKey}
      />
      <TokenField
        label="Session token"
        isSecret
        placeholder="Optional"
        hint="Of temporary credentials. The URL then ends with them, if that is sooner."
        value={sessionToken}
        problem={shown.sessionToken}
        onValueChange={setSessionToken}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TokenField
          label="Region"
          placeholder="eu-central-1"
          value={region}
          problem={shown.region}
          onValueChange={setRegion}
          {...(regionOf(profile.url) === region ? { hint: 'As in the URL.' } : {})}
        />
        <TokenField
          label="Lifetime in minutes"
          hint="It counts for connecting only."
          value={lifetime}
          problem={shown.lifetime}
          onValueChange={setLifetime}
        />
      </div>
      {failure !== null && <Notice tone="bad">{failure}</Notice>}
    </form>
  );
}

const NO_PROBLEMS = {
  accessKeyId: null,
  secretAccessKey: null,
  sessionToken: null,
  region: null,
  lifetime: null,
};
