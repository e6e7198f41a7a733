import { createElement, lazy, useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

/** Code that is no part of the first load. */
export interface Part<Code> {
  readonly load: () => Promise<Code>;
  /** `null` until it has come. */
  readonly loaded: () => Code | null;
  /** Sees to it that it comes, without waiting for it. */
  readonly prefetch: () => void;
}

const parts: Part<unknown>[] = [];

/** A part that comes when it is first asked for, or with `loadAllParts`. */
export function definePart<Code>(fetchCode: () => Promise<Code>): Part<Code> {
  let code: Code | null = null;
  let coming: Promise<Code> | null = null;
  const load = async () => {
    try {
      coming ??= fetchCode();
      code = await coming;
      return code;
    } catch (error) {
      // The next one to ask tries again.
      coming = null;
      throw error;
    }
  };
  const part: Part<Code> = {
    load,
    loaded: () => code,
    // Who needs it asks again, and hears of the failure.
    prefetch: () => void load().catch(() => undefined),
  };
  parts.push(part);
  return part;
}

export type OnDemand<Props> = ComponentType<Props> & Pick<Part<unknown>, 'prefetch'>;

/** A component that comes when it is first rendered. Render it within `<Suspense>`. */
export function onDemand<Props extends object>(load: () => Promise<ComponentType<Props>>): OnDemand<Props> {
  const part = definePart(load);
  const whenItComes = lazy(async () => ({ default: await part.load() }));
  function OnDemandPart(props: Props) {
    // What is here already renders at once: what is lazy shows the fallback first, be it for nothing.
    const [Component] = useState<ComponentType<Props>>(() => part.loaded() ?? whenItComes);
    return createElement(Component, props);
  }
  return Object.assign(OnDemandPart, { prefetch: part.prefetch });
}

/**
 * A component of a part that is on its way already when it is first rendered, and what stands in for it until then.
 * React keeps the fallback of a `<Suspense>` for 300 ms at least; this shows what has come as soon as it has.
 */
export function onceHere<Code, Props extends object>(
  part: Part<Code>,
  choose: (code: Code) => ComponentType<Props>,
  standIn: ReactNode,
): ComponentType<Props> {
  return function OnceHere(props: Props) {
    const [isHere, setHere] = useState(part.loaded() !== null);
    const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
    useEffect(() => {
      if (isHere) return;
      part.load().then(
        () => setHere(true),
        (error: unknown) => setFailure({ error }),
      );
    }, [isHere]);
    // The nearest boundary offers to try again.
    if (failure !== null) throw failure.error;
    const code = part.loaded();
    return code === null ? standIn : createElement(choose(code), props);
  };
}

/**
 * Fetches what has not been needed yet, so that it is at hand when the server of the page has gone meanwhile. One part
 * after another, each when `whenIdle` resolves: all at once they would stop the page for some frames.
 */
export async function loadAllParts(whenIdle: () => Promise<void>): Promise<void> {
  // What comes may have parts of its own, which go to the end.
  for (const part of parts) {
    if (part.loaded() !== null) continue;
    await whenIdle();
    // Who needs it asks again, and hears of the failure.
    await part.load().catch(() => undefined);
  }
}
