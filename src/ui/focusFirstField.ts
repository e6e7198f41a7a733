/** What a person types into or chooses from; the input behind “Choose files…” is hidden. */
const FIELDS = 'input:not([type=radio], [hidden]), input:checked, textarea, select, [role=listbox]';

/**
 * For `onOpenAutoFocus`: a panel that has a field opens with the focus in it, any other with the focus on itself, since on
 * its first button (Close, mostly) the focus would do no more than show a tooltip.
 */
export function focusFirstField(event: Event): void {
  const panel = event.target;
  if (!(panel instanceof HTMLElement)) return;
  event.preventDefault();
  const field = panel.querySelector<HTMLElement>(FIELDS);
  (field ?? panel).focus();
}
