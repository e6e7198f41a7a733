/** What Tab stops at. */
const STOPS = 'a[href], button, input, select, textarea, [tabindex="0"]';

/**
 * Presses a key for the person who pressed it a moment too early. Listeners get the key itself; what the browser would do
 * with one that nobody takes, it does for a hand alone, so that is done here.
 */
export function pressAgain(target: Element, { key, code, shiftKey, altKey }: KeyboardEvent): void {
  const init = { key, code, shiftKey, altKey, bubbles: true, cancelable: true, composed: true };
  if (!target.dispatchEvent(new KeyboardEvent('keydown', init))) return;
  if (key === 'Tab') return moveFocus(target, shiftKey ? -1 : 1);
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) {
    if (key.length === 1 && !altKey) return typeInto(target, key);
    if (key === 'Enter') target.form?.requestSubmit();
  } else if (target instanceof HTMLElement && (key === 'Enter' || key === ' ')) target.click();
}

function typeInto(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { inputType: 'insertText', data: text, bubbles: true }));
}

function moveFocus(from: Element, by: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop === from || (stop.tabIndex >= 0 && !stop.matches(':disabled') && stop.checkVisibility()),
  );
  stops[stops.indexOf(from as HTMLElement) + by]?.focus();
}
