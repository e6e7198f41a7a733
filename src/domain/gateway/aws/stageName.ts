/** Names that stages have and the keys of API mappings hardly do: a guess, as both are their owner's choice. */
const STAGE_NAME =
  /^(?:\$default|alpha|beta|dev|develop|development|live|preprod|prod|production|qa|sandbox|stage|staging|test|testing|uat)$/i;

/** The path without what looks like a stage at its end; `null` when nothing there does. */
export function pathWithoutStage(parts: readonly string[]): string | null {
  const last = parts.at(-1);
  return last !== undefined && STAGE_NAME.test(last) ? `/${parts.slice(0, -1).join('/')}` : null;
}
