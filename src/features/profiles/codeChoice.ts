import { SNIPPET_TARGET_IDS } from '#domain/profile/snippet/snippets.ts';
import type { SnippetTargetId } from '#domain/profile/snippet/snippets.ts';
import { deviceStorage } from '#ui/deviceStorage.ts';

const TARGET_KEY = 'postern.code-target';

/** What code was written for last on this device. */
export function lastTarget(): SnippetTargetId {
  const stored = deviceStorage.getItem(TARGET_KEY);
  return SNIPPET_TARGET_IDS.find((id) => id === stored) ?? 'wscat';
}

export function rememberTarget(id: SnippetTargetId): void {
  try {
    deviceStorage.setItem(TARGET_KEY, id);
  } catch {
    // Storage is full or switched off: the choice lasts as long as the dialog.
  }
}
