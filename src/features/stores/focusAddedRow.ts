/** Puts the focus into the value of a row that has just been added to the request, once it has been drawn. */
export function focusAddedRow(rowId: string): void {
  requestAnimationFrame(() => {
    const field = document.querySelector(`[data-row-id="${CSS.escape(rowId)}"] input[aria-label="Value"]`);
    if (field instanceof HTMLElement) field.focus();
  });
}
