import { onDemand } from '#ui/onDemand.ts';

/** Opened from the composer, from an entry of the log, and from the palette. */
export const SaveMessageDialog = onDemand(
  async () => (await import('./SaveMessageDialog.tsx')).SaveMessageDialog,
);

export const SavedMessagesDialog = onDemand(
  async () => (await import('./SavedMessagesDialog.tsx')).SavedMessagesDialog,
);
