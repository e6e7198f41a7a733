import { onDemand } from '#ui/onDemand.ts';

/** Opened from the list and from the line above the endpoint. */
export const CodeDialog = onDemand(async () => (await import('./CodeDialog.tsx')).CodeDialog);
