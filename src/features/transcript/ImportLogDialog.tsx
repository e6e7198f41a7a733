import { useStore } from 'zustand';
import { formatCount } from '#domain/format/formatCount.ts';
import { formatDateTime } from '#domain/format/formatDateTime.ts';
import { maskUrlBy } from '#domain/profile/maskUrlBy.ts';
import type { FileInspection, ImportedLog } from '#state/connectionsStore.ts';
import type { ImportJobStore } from '#state/importJob.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { Notice } from '#ui/Notice.tsx';
import { countEntries } from './exportSentences.ts';
import { importRemarks } from './importRemarks.ts';
import { TransferProgressLine } from './TransferProgressLine.tsx';

/** How a file becomes a past connection: how far it is, which part of it, and what could not be read. */
export function ImportLogDialog({ job }: { readonly job: ImportJobStore }) {
  const { step, fileName, actions } = useStore(job);
  return (
    <Dialog
      isOpen={step.kind !== 'over'}
      onOpenChange={(isOpen) => !isOpen && actions.giveUp()}
      title={`Import ${fileName}`}
      footer={
        step.kind === 'read' ? (
          <>
            <Button onClick={actions.giveUp}>Discard</Button>
            <Button variant="primary" ref={focusOnceHere} onClick={actions.show}>
              Show {countEntries(step.imported.entries)}
            </Button>
          </>
        ) : (
          <Button onClick={actions.giveUp}>{step.kind === 'failed' ? 'Close' : 'Cancel'}</Button>
        )
      }
    >
      {step.kind === 'reading' && (
        <TransferProgressLine
          label="Reading"
          unit="bytes"
          progress={step.progress}
          onCancel={actions.giveUp}
        />
      )}
      {step.kind === 'choosing' && <SocketList sockets={step.sockets} onChoose={actions.choose} />}
      {step.kind === 'read' && <Reading imported={step.imported} />}
      {step.kind === 'failed' && <Notice tone="bad">{step.message}</Notice>}
    </Dialog>
  );
}

type Sockets = NonNullable<FileInspection['sockets']>;

interface SocketListProps {
  readonly sockets: Sockets;
  readonly onChoose: (socket: Sockets[number]) => void;
}

function SocketList({ sockets, onChoose }: SocketListProps) {
  return (
    <>
      <p className="pb-2 text-xs text-ink-soft">
        The file has {formatCount(sockets.length)} WebSocket connections. Each is a log of its own: which one
        do you want to see?
      </p>
      <ul aria-label="WebSockets of the file" className="flex flex-col">
        {sockets.map((socket) => (
          <li
            key={socket.index}
            className="flex items-center gap-2 border-b border-line py-1.5 last:border-b-0"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate font-mono text-xs" title={shownUrl(socket)}>
                {shownUrl(socket)}
              </p>
              <p className="text-xs text-ink-soft tabular-nums">{socketFacts(socket)}</p>
            </div>
            <Button
              size="small"
              aria-label={`Import WebSocket ${socket.index + 1}`}
              onClick={() => onChoose(socket)}
            >
              Import
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Which of its parameters are secrets is not known. */
function shownUrl({ url }: Sockets[number]): string {
  return url === '' ? 'URL not recorded' : maskUrlBy(url, () => true);
}

function socketFacts({ messages, startedAt, status, isOpened }: Sockets[number]): string {
  const facts = [messages === 1 ? '1 message' : `${formatCount(messages)} messages`];
  if (startedAt !== null) facts.push(formatDateTime(startedAt));
  if (!isOpened) facts.push(status === null ? 'did not open' : `answered ${status}`);
  return facts.join(' · ');
}

function Reading({ imported }: { readonly imported: ImportedLog }) {
  const { problems, problemCount } = imported;
  return (
    <div className="flex flex-col gap-2">
      {importRemarks(imported).map((remark) => (
        <Notice key={remark} tone="info">
          {remark}
        </Notice>
      ))}
      {problemCount > 0 && (
        <>
          <Notice tone="warn">
            {formatCount(problemCount)} {problemCount === 1 ? 'part' : 'parts'} of the file could not be read.
            Everything else can be shown.
          </Notice>
          <ul aria-label="What could not be read" className="flex flex-col gap-1 text-xs">
            {problems.map(({ place, reason }) => (
              <li key={`${place} ${reason}`} className="wrap-anywhere">
                <span className="text-ink-soft tabular-nums">At {place}:</span> {reason}
              </li>
            ))}
          </ul>
          {problemCount > problems.length && (
            <p className="text-xs text-ink-soft">
              And {formatCount(problemCount - problems.length)} more of the kind.
            </p>
          )}
        </>
      )}
    </div>
  );
}
