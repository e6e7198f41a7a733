import type { ImportChoice } from './importChoices.ts';

/** What can become of a profile that is here in another form. */
export const CHANGED_CHOICES: readonly { readonly value: ImportChoice; readonly label: string }[] = [
  { value: 'skip', label: 'Skip' },
  { value: 'update', label: 'Update mine' },
  { value: 'copy', label: 'Keep both' },
];
