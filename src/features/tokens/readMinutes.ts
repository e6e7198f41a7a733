/** Minutes as typed; not a number when they are none. */
export function readMinutes(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}
