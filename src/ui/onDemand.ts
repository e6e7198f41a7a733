import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A component whose code is no part of the first load: it comes when it is first rendered, or with `loadAllParts`.
 * Render it within `<Suspense>`.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  loaders.push(load);
  return lazy(async () => ({ default: await load() }));
}

/** Fetches what has not been needed yet, so that it is at hand when the server of the page has gone meanwhile. */
export async function loadAllParts(): Promise<void> {
  await Promise.allSettled(loaders.map((load) => load()));
}
