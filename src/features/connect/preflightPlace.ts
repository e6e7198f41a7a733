import type { ProfileProblem } from '#domain/profile/profileProblem.ts';

export function preflightSummary(count: number): string {
  if (count === 0) return 'Preflight: nothing to warn of';
  return count === 1 ? 'Preflight: 1 warning' : `Preflight: ${count} warnings`;
}

const PLACES: Readonly<Record<ProfileProblem['at'], string>> = {
  url: 'URL',
  parameters: 'Query parameters',
  headers: 'Headers',
  subprotocols: 'Subprotocols',
  options: 'Options',
};

/** Where a warning belongs: its row by name, or the whole of its table. */
export function preflightPlace({ at }: ProfileProblem, rowName: string | null): string {
  return rowName === null || rowName === '' ? PLACES[at] : rowName;
}

/** Puts the focus where the warning can be put right. */
export function showPlace({ at, fieldId }: ProfileProblem): void {
  const table = `table[aria-label="${PLACES[at]}"]`;
  const inRow = fieldId === null ? null : `[data-row-id="${CSS.escape(fieldId)}"] input[aria-label="Value"]`;
  const selector =
    at === 'url' ? '#gateway-url' : (inRow ?? `${table} tbody tr:last-child input[type="text"]`);
  const field = document.querySelector(selector) ?? document.querySelector(`${table} input`);
  if (field instanceof HTMLElement) {
    field.scrollIntoView({ block: 'nearest' });
    field.focus();
  }
}
