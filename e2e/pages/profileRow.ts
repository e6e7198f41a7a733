import type { Locator } from '@playwright/test';

/** What a row says after its name, each after a comma: another profile's name may go on with a comma too. */
const ROW_WORDS =
  'APIM|Apigee|AWS|IBM|Web PubSub|synthetic|unsaved|connecting|open|closing|closed|failed|[0-9]+ profiles?';

/** A row of the profiles, by the name of the profile or folder. */
export function profileRow(profiles: Locator, name: string): Locator {
  const words = new RegExp(`^${escapeRegExp(name)}(?:, (?:${ROW_WORDS}))*$`);
  return profiles.getByRole('treeitem', { name: words });
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}
