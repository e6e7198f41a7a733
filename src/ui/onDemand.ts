import { createElement, lazy, useState } from 'react';
import type { ComponentType } from 'react';

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

/** Fetches what has not been needed yet, so that it is at hand when the server of the page has gone meanwhile. */
export async function loadAllParts(): Promise<void> {
  await Promise.allSettled(parts.map((part) => part.load()));
}
