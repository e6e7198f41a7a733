import {
  Check,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  LoaderCircle,
  Minus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Connection, ConnectionPhase } from '#domain/connection/connection.ts';
import { describeConnection } from '#domain/connection/describeConnection.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import { formatElapsed } from '#domain/format/formatElapsed.ts';
import { summariseSteps } from '#domain/handshake/summariseSteps.ts';
import type { StepSummary } from '#domain/handshake/summariseSteps.ts';
import type { GatewayLimits } from '#domain/gateway/gateway.ts';
import { describeReconnection } from '#domain/reconnect/describeReconnection.ts';
import type { Reconnection } from '#domain/reconnect/reconnection.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type { SecretMasker } from '#domain/profile/secretMasker.ts';
import { Button } from '#ui/Button.tsx';
import { classNames } from '#ui/classNames.ts';
import { useNow } from '../stores/useNow.ts';
import { useSession } from '../stores/useStores.ts';
import { idleRemaining } from './idleRemaining.ts';

export interface PhaseStripProps {
  readonly profileId: ProfileId;
  readonly connection: Connection;
  readonly limits: GatewayLimits;
  readonly reconnection: Reconnection | null;
  readonly onTryNow: () => void;
  /** Beside the status: what came of what was expected. */
  readonly verdict: ReactNode;
  /** For what the server said: a reason may quote what it was sent. */
  readonly mask: SecretMasker;
}

/** How the attempt went, step by step, and what the connection is now. Stays until the next attempt. */
export function PhaseStrip(props: PhaseStripProps) {
  const { profileId, connection, limits, reconnection, onTryNow, verdict, mask } = props;
  const { phase, record } = connection;
  const { word, detail } = describeConnection(connection);
  const reconnecting = describeReconnection(reconnection, phase.kind);
  const { icon: Icon, tone } = LOOKS[phase.kind];
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1 text-xs">
      <output aria-label="Connection" className="flex min-w-0 items-start gap-1.5">
        <Icon
          aria-hidden
          className={classNames('mt-px size-4 shrink-0', tone, phase.kind === 'connecting' && 'animate-spin')}
        />
        <span className="min-w-0 wrap-anywhere">
          <span className={classNames('font-semibold', tone)}>{word}</span>
          {detail !== '' && (
            <span className="text-ink-soft">
              {' '}
              {mask.text(reconnecting === '' ? detail : detail.replace(/\.$/, ''))}
            </span>
          )}
          {reconnecting !== '' && <span> — {mask.text(reconnecting)}</span>}
        </span>
      </output>
      {phase.kind === 'open' && (
        <OpenClock profileId={profileId} openedAt={phase.opened.at} limits={limits} />
      )}
      {verdict}
      {reconnection?.kind === 'waiting' && <NextAttempt dueAt={reconnection.dueAt} onTryNow={onTryNow} />}
      {record !== null && (
        <ol
          aria-label="Steps of the handshake"
          className="ml-auto flex flex-wrap items-center gap-x-1 gap-y-0.5"
        >
          {summariseSteps(record).map((step) => (
            <Step key={step.step} step={step} />
          ))}
        </ol>
      )}
    </div>
  );
}

const LOOKS: Readonly<Record<ConnectionPhase['kind'], { icon: typeof Check; tone: string }>> = {
  idle: { icon: CircleDashed, tone: 'text-ink-soft' },
  connecting: { icon: LoaderCircle, tone: 'text-accent' },
  open: { icon: CircleCheck, tone: 'text-good' },
  closing: { icon: CircleSlash, tone: 'text-warn' },
  closed: { icon: CircleX, tone: 'text-ink-soft' },
  failed: { icon: CircleAlert, tone: 'text-bad' },
};

/** A clock of its own: were it inside the status, screen readers would say every second. */
function OpenClock({
  profileId,
  openedAt,
  limits,
}: { readonly openedAt: number } & Pick<PhaseStripProps, 'profileId' | 'limits'>) {
  const now = useNow();
  const lastTrafficAt = useSession(profileId, (session) => session.lastTrafficAt);
  const idle = idleRemaining(limits, Math.max(openedAt, lastTrafficAt ?? 0), now);
  return (
    <span className="flex items-center gap-3 text-ink-soft tabular-nums">
      <span role="timer" aria-label="Time open">
        {formatElapsed(Math.max(0, now - openedAt))}
      </span>
      {idle !== null && (
        <span title={`The gateway cuts an idle connection: ${idle.source}.`}>
          idle limit in {formatElapsed(idle.ms).replace(/^00:/, '')}
        </span>
      )}
    </span>
  );
}

/** A clock of its own too, and the way not to wait for it. */
function NextAttempt({ dueAt, onTryNow }: { readonly dueAt: number; readonly onTryNow: () => void }) {
  const now = useNow();
  const seconds = Math.max(1, Math.floor((dueAt - now) / 1_000));
  return (
    <span className="flex items-center gap-2 text-ink-soft tabular-nums">
      <span role="timer" aria-label="Next attempt">
        in {formatDuration(seconds * 1_000)}
      </span>
      <Button size="small" onClick={onTryNow}>
        Try now
      </Button>
    </span>
  );
}

const STEP_LOOKS: Readonly<Record<StepSummary['state'], { icon: typeof Check; tone: string }>> = {
  waiting: { icon: Minus, tone: 'text-ink-soft/60' },
  running: { icon: LoaderCircle, tone: 'text-accent' },
  done: { icon: Check, tone: 'text-good' },
  failed: { icon: CircleX, tone: 'text-bad' },
};

function Step({ step }: { readonly step: StepSummary }) {
  const { icon: Icon, tone } = STEP_LOOKS[step.state];
  return (
    <li
      title={step.limitMs === null ? undefined : `${step.label}: at most ${formatDuration(step.limitMs)}`}
      className="flex items-center gap-1 not-last:after:ml-1 not-last:after:text-ink-soft/50 not-last:after:content-['▸']"
    >
      <Icon aria-hidden className={classNames('size-3', tone, step.state === 'running' && 'animate-spin')} />
      <span className={step.state === 'failed' ? 'text-bad' : 'text-ink'}>{step.label}</span>
      <span className="text-ink-soft tabular-nums">
        {step.durationMs === null ? (
          <span className="sr-only">{step.state}</span>
        ) : (
          formatDuration(step.durationMs)
        )}
      </span>
    </li>
  );
}
