import { Cable, CircleStop, Unplug } from 'lucide-react';
import { useId, useState } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import { isActive } from '#domain/connection/reduceConnection.ts';
import type { ConnectionPhase } from '#domain/connection/connection.ts';
import { GATEWAYS, recogniseGateway } from '#domain/gateway/gateways.ts';
import { GATEWAY_IDS } from '#domain/gateway/gatewayId.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { modifierKey } from '#ui/modifierKey.ts';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import type { CompanionState } from '../stores/useCompanion.ts';
import { effectiveTransport } from '../stores/useCompanion.ts';
import { CloseMenu } from './CloseMenu.tsx';
import { isInsertedAtOnce, isWorthReading } from './isInsertedAtOnce.ts';

export interface EndpointBarProps {
  readonly profile: Profile;
  readonly phase: ConnectionPhase;
  readonly companion: CompanionState;
  readonly urlProblem: string | null;
  readonly onProfileChange: (change: (profile: Profile) => Profile) => void;
  /** Text that came into the URL field whole and says more than a plain URL. True when it was taken over. */
  readonly onPaste: (text: string) => boolean;
  readonly onConnect: () => void;
  readonly onCancel: () => void;
  readonly onDisconnect: (code: number | null, reason: string) => void;
}

export function EndpointBar(props: EndpointBarProps) {
  const { profile, phase, companion, urlProblem, onProfileChange, onPaste } = props;
  const [isSettled, setSettled] = useState(true);
  const problemId = useId();
  const shownProblem = isSettled ? urlProblem : null;

  const changeUrl = (url: string) => {
    if (isInsertedAtOnce(profile.url, url) && isWorthReading(url) && onPaste(url)) return;
    onProfileChange((one) => ({ ...one, url }));
  };
  const settle = () => {
    setSettled(true);
    if (isWorthReading(profile.url)) onPaste(profile.url);
  };

  return (
    <div className="flex flex-col gap-1 px-3 pt-2">
      <div className="flex flex-wrap items-center gap-2 @3xl:flex-nowrap">
        <Select
          aria-label="Gateway"
          className="w-48 shrink-0"
          value={profile.gateway}
          options={gatewayOptions(profile)}
          onValueChange={(gateway) => onProfileChange((one) => ({ ...one, gateway }))}
        />
        <TextField
          id="gateway-url"
          aria-label="Gateway URL"
          aria-describedby={shownProblem === null ? undefined : problemId}
          className="order-first w-full flex-1 basis-full font-mono @3xl:order-none @3xl:basis-auto"
          placeholder="wss://gateway.example.com/path — or paste a wscat, websocat or curl command"
          value={profile.url}
          isInvalid={shownProblem !== null}
          onFocus={() => setSettled(false)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            settle();
            if (!isActive(phase)) props.onConnect();
          }}
          onValueChange={changeUrl}
        />
        <Select
          aria-label="Transport"
          className="w-36 shrink-0"
          value={effectiveTransport(profile.transport, companion)}
          options={transportOptions(companion)}
          onValueChange={(transport) => onProfileChange((one) => ({ ...one, transport }))}
        />
        <ConnectButton {...props} />
      </div>
      {shownProblem !== null && (
        <p id={problemId} className="px-1 text-xs text-bad">
          {shownProblem}
        </p>
      )}
    </div>
  );
}

/** One button in one place: what it does is what the phase allows. */
function ConnectButton({ phase, onConnect, onCancel, onDisconnect }: EndpointBarProps) {
  switch (phase.kind) {
    case 'connecting':
      return (
        <Button className="w-36" onClick={onCancel}>
          <CircleStop aria-hidden className="size-4" />
          Cancel
        </Button>
      );
    case 'open':
    case 'closing':
      return (
        <span className="flex w-36 shrink-0">
          <Button
            className="min-w-0 flex-1 rounded-r-none px-1"
            variant="danger"
            disabled={phase.kind === 'closing'}
            onClick={() => onDisconnect(NORMAL_CLOSURE, '')}
          >
            <Unplug aria-hidden className="size-4" />
            Disconnect
          </Button>
          <CloseMenu isDisabled={phase.kind === 'closing'} onClose={onDisconnect} />
        </span>
      );
    case 'idle':
    case 'closed':
    case 'failed':
      return (
        <Button
          variant="primary"
          className="w-36"
          onClick={onConnect}
          aria-keyshortcuts="Control+Enter"
          title={`${modifierKey()}⏎`}
        >
          <Cable aria-hidden className="size-4" />
          Connect
        </Button>
      );
    default:
      return assertNever(phase);
  }
}

/** What a plain Disconnect sends: the purpose of the connection is fulfilled (RFC 6455 section 7.4.1). */
const NORMAL_CLOSURE = 1000;

function gatewayOptions(profile: Profile) {
  const recognised = recogniseGateway(profile.url);
  const auto = recognised === null ? 'Auto' : `Auto: ${GATEWAYS[recognised.gateway].shortName}`;
  const options: { value: GatewayId | 'auto'; label: string }[] = [{ value: 'auto', label: auto }];
  return [...options, ...GATEWAY_IDS.map((id) => ({ value: id, label: GATEWAYS[id].name }))];
}

const COMPANION_LABELS: Readonly<Record<CompanionState, string>> = {
  checking: 'Companion',
  ready: 'Companion',
  'token-required': 'Companion (needs token)',
  absent: 'Companion (not running)',
};

function transportOptions(companion: CompanionState) {
  const options: { value: Transport; label: string; isDisabled?: boolean }[] = [
    {
      value: 'companion',
      label: COMPANION_LABELS[companion],
      isDisabled: companion === 'absent' || companion === 'token-required',
    },
    { value: 'browser', label: 'Browser' },
  ];
  return options;
}
