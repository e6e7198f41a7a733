/** A whole number with a comma every three digits: `4,031`. The same in every locale, like all of this folder. */
export function formatCount(count: number): string {
  return `${Math.trunc(count)}`.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
