import { definePart, onceHere } from '#ui/onDemand.ts';

/** What stands under the endpoint once there is one: nobody needs it to type a URL. */
export const WORKBENCH = definePart(() => import('./workbenchParts.ts'));

export const Transcript = onceHere(
  WORKBENCH,
  (parts) => parts.Transcript,
  <div className="min-h-0 flex-1 bg-surface" />,
);

export const Composer = onceHere(WORKBENCH, (parts) => parts.Composer, null);

export const EntryDetail = onceHere(
  WORKBENCH,
  (parts) => parts.EntryDetail,
  <div className="min-h-9 bg-surface" />,
);

export const TokenNotice = onceHere(WORKBENCH, (parts) => parts.TokenNotice, null);
