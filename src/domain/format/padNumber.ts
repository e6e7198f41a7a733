/** A whole number with leading zeros up to `digits`. */
export function padNumber(value: number, digits: number): string {
  return `${value}`.padStart(digits, '0');
}
