import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';

export interface PaneProps {
  /** For the sentence that stands in for it, for example `The log`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** A part of the page that can break without the others: connections stay open, and what was typed stays. */
export function Pane({ name, children }: PaneProps) {
  return (
    <ErrorBoundary
      renderFallback={(error, retry) => (
        <div role="alert" className="p-3">
          <Notice
            tone="bad"
            action={
              <Button size="small" onClick={retry}>
                Show it again
              </Button>
            }
          >
            {name} could not be shown: “{error.message}”. The connection and everything typed are as they
            were.
          </Notice>
        </div>
      )}
    >
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
