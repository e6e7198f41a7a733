import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { Button } from '#ui/Button.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** What shows when a view breaks: a sentence and a way on. Profiles and drafts are on the device already. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error('A view of Postern broke:', error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main className="flex h-full flex-col items-center justify-center gap-3 p-6 text-center">
        <h1 className="text-base font-semibold">Postern met an error of its own.</h1>
        <p className="max-w-md text-ink-soft">
          Your profiles and what you typed are saved on this device. The page says: “{error.message}”.
        </p>
        <Button variant="primary" onClick={() => location.reload()}>
          Reload the page
        </Button>
      </main>
    );
  }
}
