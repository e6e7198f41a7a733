import type { ReactNode } from 'react';

/** The sentence or two that say what a kind of token is for. */
export function TokenIntro({ children }: { readonly children: ReactNode }) {
  return <p className="text-xs text-ink-soft">{children}</p>;
}
