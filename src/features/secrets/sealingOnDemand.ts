import { definePart } from '#ui/onDemand.ts';

/** Few people seal anything: what does it comes when somebody does. */
export const SEALING = definePart(() => import('./sealing.ts'));
