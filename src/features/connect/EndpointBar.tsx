import { Cable, CircleStop, Unplug } from 'lucide-react';
import { useId, useState } from 'react';
import { assertNever } from '#domain/assertNever.ts';
import { isActive } from '#domain/connection/reduceConnection.ts';
import type { ConnectionPhase } from '#domain/connection/connection.ts';
import { GATEWAY_IDS, GATEWAYS } from '#domain/gateway/gateways.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { classNames } from '#ui/classNames.ts';
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
  /** An attempt to reconnect is to come. */
  readonly isReconnecting: boolean;
  readonly companion: CompanionState;
  /** The gateway that the URL names, its variables filled in. */
  readonly recognised: GatewayId | null;
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
      <div className={AREAS}>
        <Select
          aria-label="Gateway"
          className="[grid-area:gateway]"
          value={profile.gateway}
          options={gatewayOptions(props.recognised)}
          onValueChange={(gateway) => onProfileChange((one) => ({ ...one, gateway }))}
        />
        <TextField
          id="gateway-url"
          aria-label="Gateway URL"
          aria-describedby={shownProblem === null ? undefined : problemId}
          className="font-mono [grid-area:url]"
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
          className="[grid-area:transport]"
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

/** One line where there is room; the URL with the button above the choices; or one under the other. */
const AREAS = classNames(
  "grid grid-cols-2 gap-2 [grid-template-areas:'url_url'_'gateway_transport'_'connect_connect']",
  "@lg:grid-cols-[12rem_9rem_minmax(0,1fr)_9rem] @lg:[grid-template-areas:'url_url_url_connect'_'gateway_transport_._.']",
  "@4xl:grid-cols-[12rem_minmax(0,1fr)_9rem_9rem] @4xl:[grid-template-areas:'gateway_url_transport_connect']",
);

/**
 * One button in one place: what it does is what the phase allows. It stays the same element through every phase, and is
 * never `disabled`, so that it keeps the focus of who pressed it.
 */
function ConnectButton(props: EndpointBarProps) {
  const { phase, onDisconnect } = props;
  const hasConnection = phase.kind === 'open' || phase.kind === 'closing';
  const { label, icon: Icon, variant, onClick } = phaseButton(props);
  return (
    <span className="flex [grid-area:connect]">
      <Button
        className={classNames('min-w-0 flex-1', hasConnection && 'rounded-r-none px-1!')}
        variant={variant}
        aria-disabled={onClick === null || undefined}
        aria-keyshortcuts="Control+Enter"
        title={`${modifierKey()}⏎`}
        onClick={() => onClick?.()}
      >
        <Icon aria-hidden className="size-4 shrink-0" />
        {label}
      </Button>
      {hasConnection && <CloseMenu isDisabled={phase.kind === 'closing'} onClose={onDisconnect} />}
    </span>
  );
}

interface PhaseButton {
  readonly label: string;
  readonly icon: typeof Cable;
  readonly variant: 'primary' | 'secondary' | 'danger';
  /** `null` while there is nothing to do but wait. */
  readonly onClick: (() => void) | null;
}

function phaseButton(props: EndpointBarProps): PhaseButton {
  const { phase, isReconnecting, onConnect, onCancel, onDisconnect } = props;
  const cancel = { label: 'Cancel', icon: CircleStop, variant: 'secondary', onClick: onCancel } as const;
  switch (phase.kind) {
    case 'idle':
    case 'closed':
    case 'failed':
      if (isReconnecting) return cancel;
      return { label: 'Connect', icon: Cable, variant: 'primary', onClick: onConnect };
    case 'connecting':
      return cancel;
    case 'open':
      return {
        label: 'Disconnect',
        icon: Unplug,
        variant: 'danger',
        onClick: () => onDisconnect(NORMAL_CLOSURE, ''),
      };
    case 'closing':
      return { label: 'Disconnect', icon: Unplug, variant: 'danger', onClick: null };
    default:
      return assertNever(phase);
  }
}

/** What a plain Disconnect sends: the purpose of the connection is fulfilled (RFC 6455 section 7.4.1). */
const NORMAL_CLOSURE = 1000;

function gatewayOptions(recognised: GatewayId | null) {
  const auto = recognised === null ? 'Auto' : `Auto: ${GATEWAYS[recognised].shortName}`;
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
