/** As a `ref`: gives the focus to what takes the place of something that had it. */
export function focusOnceHere(element: HTMLElement | null): void {
  element?.focus();
}
