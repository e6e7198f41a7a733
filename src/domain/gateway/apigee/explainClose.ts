export function explainClose(): null {
  return null;
}
