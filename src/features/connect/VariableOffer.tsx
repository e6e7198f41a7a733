import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { secretVariable, secretVariablesOf } from '#domain/profile/namedSecrets.ts';
import type { SecretId } from '#domain/profile/profile.ts';
import { ApiError } from '#query/apiError.ts';
import { fetchVariable } from '#query/fetchVariable.ts';
import { statusQuery } from '#query/statusQuery.ts';
import { variablesQuery } from '#query/variablesQuery.ts';
import { Button } from '#ui/Button.tsx';
import { useStores } from '../stores/StoresContext.ts';

export interface VariableOfferProps {
  /** Of a secret that has no value. */
  readonly secretId: SecretId;
  /** Whose the secret is; `null` for a variable of an environment. */
  readonly profileName: string | null;
  /** What the secret is called where it stands. */
  readonly label: string;
  /** The secret has its value. */
  readonly onTaken: () => void;
}

/**
 * Below a secret without a value, a row for the one that the companion's environment has under the names that `postern check`
 * reads. Nothing is filled in before somebody says so: a profile may come from somebody else, who would choose which of this
 * machine's secrets goes where.
 */
export function VariableOffer({ secretId, profileName, label, onTaken }: VariableOfferProps) {
  const names = profileName === null ? [secretVariable(label)] : secretVariablesOf(profileName, label);
  const { data: companion } = useQuery(statusQuery());
  const startedAt = companion?.state === 'ready' ? companion.status.startedAt : null;
  const { data: found } = useQuery(variablesQuery(startedAt, names));
  const name = names.find((one) => found?.includes(one) === true);
  if (startedAt === null || name === undefined) return null;
  // Once the row is called otherwise, what is under way or has failed is nothing to it any more.
  return <OfferRow key={name} name={name} secretId={secretId} onTaken={onTaken} />;
}

interface OfferRowProps extends Pick<VariableOfferProps, 'secretId' | 'onTaken'> {
  /** Of the variable. */
  readonly name: string;
}

function OfferRow({ name, secretId, onTaken }: OfferRowProps) {
  const { profiles } = useStores();
  const [failure, setFailure] = useState<string | null>(null);
  const call = useRef<AbortController | null>(null);
  // Who types a value meanwhile, or goes to another profile, takes it back.
  useEffect(() => () => call.current?.abort(), []);

  const take = async () => {
    call.current?.abort();
    const { signal } = (call.current = new AbortController());
    setFailure(null);
    try {
      const value = await fetchVariable(name, signal);
      if (signal.aborted) return;
      const { setPageOnly, setSecret } = profiles.getState().actions;
      // Its home is the environment: it is never stored, so this comes before there is a value to store.
      setPageOnly(secretId, true);
      setSecret(secretId, value);
      onTaken();
    } catch (error) {
      if (!signal.aborted) setFailure(error instanceof ApiError ? error.message : UNEXPECTED);
    }
  };
  return (
    <tr>
      <td colSpan={4} className="pr-2 pb-1 pl-9 text-2xs text-ink-soft">
        <div className="flex flex-wrap items-center">
          <Button
            size="small"
            variant="quiet"
            title={name}
            className="-ml-2 max-w-full min-w-0 underline"
            onClick={() => void take()}
          >
            <span className="truncate">Use {name}</span>
          </Button>
          <span>of the companion’s environment</span>
        </div>
        {failure !== null && (
          <p role="alert" className="text-bad">
            {failure}
          </p>
        )}
      </td>
    </tr>
  );
}

const UNEXPECTED = 'The value could not be fetched. Enter it, or reload the page.';
