import { Radio } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { ProfileId } from '#domain/profile/profile.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Popover } from '#ui/Popover.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useConnections, useProfiles, useSession } from '../stores/useStores.ts';
import { checkPingPayload } from './checkPingPayload.ts';
import { whyNoPing } from './whyNoPing.ts';

export function PingButton({ profileId }: { readonly profileId: ProfileId }) {
  const actions = useConnections((state) => state.actions);
  const isOpen = useSession(profileId, (session) => session.connection.phase.kind === 'open') ?? false;
  const connected = useSession(profileId, (session) => session.request?.transport ?? null);
  const chosen = useProfiles((state) => selectProfile(state, profileId)?.transport ?? 'companion');
  const reason = whyNoPing(isOpen, isOpen ? (connected ?? chosen) : chosen);
  if (reason !== null) {
    // Not `disabled`, which would take the tooltip, and with it the reason, away.
    return <IconButton size="small" label={reason} icon={<Radio />} aria-disabled className="opacity-40" />;
  }
  return (
    <Popover trigger={<IconButton size="small" label="Ping the server" icon={<Radio />} />} label="Ping">
      <PingForm onPing={(payload) => actions.ping(profileId, payload)} />
    </Popover>
  );
}

function PingForm({ onPing }: { readonly onPing: (payload: Uint8Array) => void }) {
  const [text, setText] = useState('');
  const payload = new TextEncoder().encode(text);
  const problem = checkPingPayload(payload);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === null) onPing(payload);
  };
  return (
    <form className="flex flex-col gap-2" onSubmit={submit}>
      <div className="flex gap-2">
        <TextField
          aria-label="Ping payload"
          placeholder="Payload, or none"
          value={text}
          onValueChange={setText}
          isInvalid={problem !== null}
          className="flex-1"
        />
        <Button type="submit" disabled={problem !== null}>
          Ping
        </Button>
      </div>
      <p className={problem === null ? 'text-ink-soft' : 'text-bad'}>
        {problem ?? 'The answer, a pong with the same payload, shows in the log.'}
      </p>
    </form>
  );
}
