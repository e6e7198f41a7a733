export function recogniseAnswer(): null {
  return null;
}
