import { ArrowDownUp, Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { maskRecord } from '#domain/profile/maskRecord.ts';
import { maskRecordValues } from '#domain/profile/maskRecordValues.ts';
import type { SecretMasker } from '#domain/profile/secretMasker.ts';
import { requestText, responseText } from '#domain/handshake/handshakeText.ts';
import { Badge } from '#ui/Badge.tsx';
import { CopyButton } from '#ui/CopyButton.tsx';
import { Disclosure } from '#ui/Disclosure.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { AddressList } from './AddressList.tsx';
import { BodyView } from './BodyView.tsx';
import { CertificateView } from './CertificateView.tsx';
import { CheckList } from './CheckList.tsx';
import { checksSummary } from './checksSummary.ts';
import { MessageHead } from './MessageHead.tsx';
import { TimingBars } from './TimingBars.tsx';
import { statusTone } from './statusTone.ts';

export interface HandshakePaneProps {
  /** `null` before the first attempt. */
  readonly record: HandshakeRecord | null;
  /** Names of the parameters and headers that carry secrets: their values are masked until revealed. */
  readonly secretNames: readonly string[];
  /** For what stands elsewhere, in the path or in what the server said back. */
  readonly mask: SecretMasker;
}

/** Everything that the opening handshake said. */
export function HandshakePane({ record, secretNames, mask }: HandshakePaneProps) {
  const [isRevealed, setRevealed] = useState(false);
  return (
    <section aria-label="Handshake" className="min-w-0">
      <header className="sticky top-0 z-10 flex h-8 items-center gap-2 border-b border-line bg-surface px-3">
        <h2 className="text-xs font-semibold">Handshake</h2>
        {record !== null && (
          <>
            <Badge>{record.madeBy === 'companion' ? 'by the companion' : 'by the browser'}</Badge>
            <span className="flex-1" />
            <IconButton
              size="small"
              label={isRevealed ? 'Mask secrets' : 'Reveal secrets'}
              aria-pressed={isRevealed}
              icon={isRevealed ? <EyeOff /> : <Eye />}
              onClick={() => setRevealed(!isRevealed)}
            />
          </>
        )}
      </header>
      {record === null ? (
        <EmptyState icon={<ArrowDownUp />} title="No handshake yet">
          Connect, and this shows what was sent and what came back: request, response, certificate and timing.
        </EmptyState>
      ) : (
        <Sections record={isRevealed ? record : maskRecordValues(maskRecord(record, secretNames), mask)} />
      )}
    </section>
  );
}

function Sections({ record }: { readonly record: HandshakeRecord }) {
  const { request, response, checks, tls } = record;
  return (
    <div className="flex flex-col px-2 py-1.5">
      <Disclosure title="Timing" isInitiallyOpen>
        <TimingBars record={record} />
      </Disclosure>
      {response !== null && (
        <Disclosure
          title={response.from === 'proxy' ? 'Response of the proxy' : 'Response'}
          action={<CopyButton label="Copy the response" text={() => responseText(record)} />}
          isInitiallyOpen
        >
          <MessageHead
            firstLine={`HTTP/${response.httpVersion} ${response.status} ${response.reason}`.trimEnd()}
            tone={statusTone(response.status)}
            headers={response.headers}
          />
          {response.body !== null && <BodyView response={response} />}
        </Disclosure>
      )}
      {checks.length > 0 && (
        <Disclosure title="Checks of RFC 6455" aside={<ChecksBadge record={record} />} isInitiallyOpen>
          <CheckList checks={checks} />
        </Disclosure>
      )}
      {request !== null && (
        <Disclosure
          title="Request"
          action={<CopyButton label="Copy the request" text={() => requestText(record)} />}
          isInitiallyOpen
        >
          <MessageHead firstLine={request.requestLine} tone="neutral" headers={request.headers} />
        </Disclosure>
      )}
      {tls !== null && (
        <Disclosure
          title="Certificate"
          aside={<TrustBadge trust={tls.trust} />}
          isInitiallyOpen={tls.trust.kind !== 'trusted'}
        >
          <CertificateView tls={tls} at={record.startedAt} />
        </Disclosure>
      )}
      {record.madeBy === 'companion' && (
        <Disclosure title="Addresses">
          <AddressList record={record} />
        </Disclosure>
      )}
      {record.madeBy === 'browser' && (
        <p className="px-1 py-1.5 text-xs text-ink-soft">
          A browser shows a page nothing of the request, the response’s headers, or why an attempt failed. The
          Companion transport does.
        </p>
      )}
    </div>
  );
}

function ChecksBadge({ record }: { readonly record: HandshakeRecord }) {
  const { text, tone } = checksSummary(record.checks);
  return <Badge tone={tone}>{text}</Badge>;
}

function TrustBadge({ trust }: { readonly trust: NonNullable<HandshakeRecord['tls']>['trust'] }) {
  if (trust.kind === 'trusted') return <Badge tone="good">trusted</Badge>;
  return trust.isAccepted ? (
    <Badge tone="warn">not trusted, accepted</Badge>
  ) : (
    <Badge tone="bad">not trusted</Badge>
  );
}
