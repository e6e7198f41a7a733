import { CircleAlert, FlaskConical, Info, SearchCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Confidence, Finding } from '#domain/gateway/gateway.ts';
import { GATEWAYS } from '#domain/gateway/gateways.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { Badge } from '#ui/Badge.tsx';
import { classNames } from '#ui/classNames.ts';
import { FixList } from '../fixes/FixList.tsx';
import { useFixes } from '../fixes/useFixes.ts';
import { Facts } from './Facts.tsx';
import type { Fact } from './Facts.tsx';

export interface DiagnosisPaneProps {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  /** Says why there are none, when there are none. */
  readonly emptyText: string;
  /** What is known all the same, when there are none. */
  readonly facts: readonly Fact[];
  /** Where a local gateway gave an answer that no real one is known to give: what is made up in it. */
  readonly syntheticNote: string | null;
  /** What came of what was expected; above all else. */
  readonly verdict?: ReactNode;
  /** Offered above the findings, for example asking the companion. */
  readonly action?: ReactNode;
}

/** Who refused, why, on what evidence, and what to change. */
export function DiagnosisPane({
  profile,
  findings,
  emptyText,
  facts,
  syntheticNote,
  verdict,
  action,
}: DiagnosisPaneProps) {
  return (
    <section aria-label="Diagnosis" className="min-w-0 border-b border-line">
      <header className="sticky top-0 z-10 flex h-8 items-center gap-2 border-b border-line bg-surface px-3">
        <h2 className="text-xs font-semibold">Diagnosis</h2>
        {findings.length > 0 && (
          <Badge tone={worst(findings)}>
            {findings.length === 1 ? '1 finding' : `${findings.length} findings`}
          </Badge>
        )}
      </header>
      <div className="flex flex-col gap-3 px-3 py-2">
        {verdict}
        {action}
        {findings.length === 0 && (
          <p className="flex items-center gap-2 text-xs text-ink-soft">
            <SearchCheck aria-hidden className="size-3.5" />
            {emptyText}
          </p>
        )}
        {findings.length === 0 && facts.length > 0 && <Facts facts={facts} />}
        {findings.length > 0 && syntheticNote !== null && (
          <p className="flex gap-2 text-xs text-ink-soft">
            <FlaskConical aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>
              <span className="font-medium">Synthetic answer.</span> {syntheticNote}
            </span>
          </p>
        )}
        {findings.map((finding) => (
          <FindingView
            key={`${profile.id} ${finding.gateway} ${finding.id}`}
            profile={profile}
            finding={finding}
          />
        ))}
      </div>
    </section>
  );
}

const SEVERITIES = {
  error: { icon: CircleAlert, tone: 'text-bad', word: 'Error' },
  warning: { icon: TriangleAlert, tone: 'text-warn', word: 'Warning' },
  info: { icon: Info, tone: 'text-accent', word: 'Note' },
} as const;

const CONFIDENCES: Readonly<Record<Confidence, { readonly label: string; readonly meaning: string }>> = {
  documented: { label: 'documented', meaning: 'The vendor or a standard documents it.' },
  observed: { label: 'seen in the field', meaning: 'Captured from real gateways, not documented.' },
  inferred: { label: 'likely', meaning: 'Follows from what is documented or seen; not confirmed itself.' },
};

interface FindingViewProps {
  readonly profile: Profile;
  readonly finding: Finding;
}

function FindingView({ profile, finding }: FindingViewProps) {
  const onApply = useFixes(profile);
  const { icon: Icon, tone, word } = SEVERITIES[finding.severity];
  const confidence = CONFIDENCES[finding.confidence];
  return (
    <article data-finding-id={finding.id} className="flex gap-2 text-xs">
      <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', tone)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <h3 className="text-sm font-medium text-balance">
          <span className="sr-only">{word}: </span>
          {finding.title}
        </h3>
        <FixList profile={profile} fixes={finding.fixes} onApply={onApply} />
        {finding.evidence.length > 0 && (
          <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-2.5 gap-y-0.5 rounded-md bg-sunken px-2 py-1">
            {finding.evidence.map((evidence) => (
              <div key={`${evidence.where} ${evidence.quote}`} className="contents">
                <dt className="text-ink-soft">{evidence.where}</dt>
                <dd className="font-mono wrap-anywhere">{evidence.quote}</dd>
              </div>
            ))}
          </dl>
        )}
        <p className="flex flex-wrap items-center gap-x-2 text-2xs text-ink-soft">
          <span title={confidence.meaning}>{confidence.label}</span>
          <span aria-hidden>·</span>
          <span>{GATEWAYS[finding.gateway].name}</span>
          <span aria-hidden>·</span>
          <span title="The fact sheet src/domain/gateway/gateways.md names the vendor’s own page">
            {finding.source}
          </span>
        </p>
      </div>
    </article>
  );
}

function worst(findings: readonly Finding[]) {
  if (findings.some((finding) => finding.severity === 'error')) return 'bad';
  return findings.some((finding) => finding.severity === 'warning') ? 'warn' : 'neutral';
}
