import { LOG_FORMS } from '#domain/transcript/transfer/logEncoder.ts';
import type { LogForm } from '#domain/transcript/transfer/logEncoder.ts';
import { deviceStorage } from '#ui/deviceStorage.ts';

const FORM_KEY = 'postern.export-form';

/** The form that was chosen last on this device: Enter exports in it again. */
export function lastForm(): LogForm {
  const stored = deviceStorage.getItem(FORM_KEY);
  return LOG_FORMS.find((form) => form === stored) ?? 'jsonl';
}

export function rememberForm(form: LogForm): void {
  try {
    deviceStorage.setItem(FORM_KEY, form);
  } catch {
    // Storage is full or switched off: the choice lasts as long as the dialog.
  }
}
