import { onDemand } from '#ui/onDemand.ts';

/** Opened from the list and from the line above the endpoint. */
export const DescriptionDialog = onDemand(
  async () => (await import('./DescriptionDialog.tsx')).DescriptionDialog,
);
