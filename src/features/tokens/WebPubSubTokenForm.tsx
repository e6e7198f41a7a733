import { useState } from 'react';
import {
  checkHubName,
  checkLifetime,
  clientClaims,
  clientUrlOf,
  readNames,
  type GroupScope,
} from '#domain/token/clientAccess.ts';
import { readConnectionString } from '#domain/token/connectionString.ts';
import { describeExpiry } from '#domain/token/describeExpiry.ts';
import { signJsonWebToken } from '#domain/token/jsonWebToken.ts';
import { Notice } from '#ui/Notice.tsx';
import { Segmented } from '#ui/Segmented.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { GroupScopeField, type GroupScopeDraft } from './GroupScopeField.tsx';
import { putClientToken } from './putClientToken.ts';
import { readMinutes } from './readMinutes.ts';
import { signHs256 } from './signHs256.ts';
import { TokenField } from './TokenField.tsx';
import type { TokenFormProps } from './tokenForm.ts';
import { TokenIntro } from './TokenIntro.tsx';

/** A client URL from a connection string, as the portal's generator makes it; signed in the page. */
export function WebPubSubTokenForm({ formId, profile, onBusy, onResult }: TokenFormProps) {
  const stores = useStores();
  const [connectionString, setConnectionString] = useState('');
  const [hub, setHub] = useState(() => hubOf(profile.url));
  const [userId, setUserId] = useState('');
  const [joinLeave, setJoinLeave] = useState<GroupScopeDraft>(ANY_GROUP);
  const [sendTo, setSendTo] = useState<GroupScopeDraft>(ANY_GROUP);
  const [groups, setGroups] = useState('');
  const [lifetime, setLifetime] = useState('60');
  const [goal, setGoal] = useState<'this' | 'new'>('this');
  const [hasTried, setTried] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const reading = readConnectionString(connectionString);
  const problems = {
    connectionString: reading.ok ? null : reading.message,
    hub: checkHubName(hub.trim()),
    joinLeave: checkScope(joinLeave),
    sendTo: checkScope(sendTo),
    lifetime: checkLifetime(readMinutes(lifetime)),
  };
  const shown = hasTried ? problems : NO_PROBLEMS;

  const submit = async () => {
    setTried(true);
    if (!reading.ok || Object.values(problems).some((problem) => problem !== null)) return;
    const now = Date.now();
    const lifetimeMinutes = readMinutes(lifetime);
    const access = {
      hub: hub.trim(),
      userId: userId.trim(),
      joinLeave: readScope(joinLeave),
      sendTo: readScope(sendTo),
      groups: readNames(groups),
      lifetimeMinutes,
    };
    onBusy(true);
    try {
      const { connection } = reading;
      const claims = clientClaims(connection, access, now);
      const token = await signJsonWebToken(claims, signHs256(connection.accessKey));
      const clientUrl = clientUrlOf(connection, access.hub);
      const target = goal === 'new' ? null : profile;
      const lines = putClientToken(stores, { profile: target, hub: access.hub, clientUrl, token });
      const expiresAt = Math.floor(now / 1_000) * 1_000 + lifetimeMinutes * 60_000;
      // The dialog belongs to the profile that was shown, and goes with it.
      if (target === null) {
        const { show } = stores.notices.getState().actions;
        show([...lines, describeExpiry(expiresAt, now)].join(' '));
      } else onResult({ lines, expiresAt });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : 'The browser could not sign the token.');
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
        A client URL for Azure Web PubSub, also behind API Management. It is signed in this page: the
        connection string goes nowhere, and is forgotten when this dialog closes.
      </TokenIntro>
      <TokenField
        label="Connection string"
        isSecret
        placeholder="Endpoint=https://…;AccessKey=…;Version=1.0;"
        hint="In the Azure portal: your Web PubSub, Keys."
        value={connectionString}
        problem={shown.connectionString}
        onValueChange={setConnectionString}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <TokenField label="Hub" value={hub} problem={shown.hub} onValueChange={setHub} />
        <TokenField label="User ID" placeholder="Optional" value={userId} onValueChange={setUserId} />
        <GroupScopeField
          label="May join and leave"
          groupsLabel="Groups to join and leave"
          scope={joinLeave}
          problem={shown.joinLeave}
          onScopeChange={setJoinLeave}
        />
        <GroupScopeField
          label="May publish to"
          groupsLabel="Groups to publish to"
          scope={sendTo}
          problem={shown.sendTo}
          onScopeChange={setSendTo}
        />
        <TokenField
          label="Groups joined from the start"
          placeholder="Optional: lobby, news"
          value={groups}
          onValueChange={setGroups}
        />
        <TokenField
          label="Lifetime in minutes"
          value={lifetime}
          problem={shown.lifetime}
          onValueChange={setLifetime}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-ink-soft">Put it into</span>
        <Segmented label="Put it into" value={goal} options={GOALS} onValueChange={setGoal} />
      </div>
      {failure !== null && <Notice tone="bad">{failure}</Notice>}
    </form>
  );
}

const ANY_GROUP: GroupScopeDraft = { kind: 'any', groups: '' };
const GOALS = [
  { value: 'this', label: 'This profile' },
  { value: 'new', label: 'A new profile' },
] as const;
const NO_PROBLEMS = { connectionString: null, hub: null, joinLeave: null, sendTo: null, lifetime: null };

/** The hub in a client URL, behind a gateway too, which keeps the end of the path. */
function hubOf(url: string): string {
  return /\/hubs\/([^/?#]+)/.exec(url)?.[1] ?? '';
}

function readScope({ kind, groups }: GroupScopeDraft): GroupScope {
  return kind === 'some' ? { kind, groups: readNames(groups) } : { kind };
}

function checkScope({ kind, groups }: GroupScopeDraft): string | null {
  return kind === 'some' && readNames(groups).length === 0 ? 'Name a group, or choose another entry.' : null;
}
