import type { Ending, Opened } from '../connection/connection.ts';
import type { HandshakeRecord } from '../handshake/handshakeRecord.ts';
import { formatDuration } from '../format/formatDuration.ts';
import { toFixes, type FixDraft } from './fixAction.ts';
import type { Confidence, Evidence, Finding } from './gateway.ts';
import type { GatewayId } from './gatewayId.ts';

/** One way in which a gateway ends connections (gateways.md section 7, rows 23 to 31). */
export interface CloseRule {
  readonly id: string;
  readonly closeCode: number;
  /** What else must fit, most often a time. */
  readonly when?: (life: Life) => boolean;
  readonly severity?: Finding['severity'];
  readonly title: string;
  readonly confidence: Confidence;
  readonly fixes: readonly FixDraft[];
  /** What else shows it, beside code and times. */
  readonly evidence?: (life: Life) => readonly Evidence[];
  readonly source: string;
}

/** How long a connection was open, and how long nothing had gone either way when it ended. */
export interface Life {
  readonly opened: Opened;
  readonly ending: Ending;
  /** The handshake that opened it; `null` where it is not known any more. */
  readonly record: HandshakeRecord | null;
  readonly durationMs: number;
  readonly idleMs: number;
  /** False when no message ever went either way. */
  readonly hadTraffic: boolean;
}

export function toLife(
  opened: Opened,
  ending: Ending,
  lastTrafficAt: number | null,
  record: HandshakeRecord | null,
): Life {
  return {
    opened,
    ending,
    record,
    durationMs: ending.at - opened.at,
    idleMs: ending.at - Math.max(lastTrafficAt ?? opened.at, opened.at),
    hadTraffic: lastTrafficAt !== null,
  };
}

/** The first rule that fits; `null` when the page or the relay ended the connection itself, which says nothing of the gateway. */
export function applyCloseRules(gateway: GatewayId, rules: readonly CloseRule[], life: Life): Finding | null {
  const { by } = life.ending;
  if (by === 'local' || by === 'protocol-error' || by === 'companion') return null;
  const rule = rules.find(
    ({ closeCode, when }) => closeCode === life.ending.closeCode && (when === undefined || when(life)),
  );
  return rule === undefined ? null : toFinding(gateway, rule, life);
}

export function isNear(valueMs: number, limitMs: number, toleranceMs: number): boolean {
  return Math.abs(valueMs - limitMs) <= toleranceMs;
}

function toFinding(gateway: GatewayId, rule: CloseRule, life: Life): Finding {
  return {
    id: rule.id,
    gateway,
    severity: rule.severity ?? 'warning',
    title: rule.title,
    evidence: [...evidenceOf(life), ...(rule.evidence?.(life) ?? [])],
    confidence: rule.confidence,
    fixes: toFixes(rule.fixes),
    source: rule.source,
  };
}

function evidenceOf({ ending, durationMs, idleMs }: Life): readonly Evidence[] {
  return [
    { where: 'Close code', quote: `${ending.closeCode} ${ending.reason}`.trim() },
    { where: 'Open for', quote: formatDuration(durationMs) },
    { where: 'Idle for', quote: formatDuration(idleMs) },
  ];
}
