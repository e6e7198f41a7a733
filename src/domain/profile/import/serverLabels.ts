import { fillVariables } from './fillVariables.ts';
import type { Variable } from './requestDraft.ts';

export interface LabelledServer {
  readonly url: string;
  /** Empty for none. */
  readonly description: string;
  readonly variables: ReadonlyMap<string, Variable>;
}

/** Characters of a description that still is a label; a longer one is a text. */
const MAX_LABEL_LENGTH = 40;

/** What servers are called beside the name of their path: each of them otherwise, as briefly as they can be told apart. */
export function serverLabels(servers: readonly LabelledServer[]): readonly string[] {
  const urls = servers.map(
    ({ url, variables }) => fillVariables(url, 'curly', (name) => variables.get(name)).text,
  );
  const descriptions = servers.map(({ description }) => toLabel(description));
  const candidates = [
    urls.map(hostOf),
    descriptions,
    urls.map((url) => url.replace(/^\w+:\/\//, '').replace(/\/$/, '')),
    urls,
  ];
  return candidates.find(isTelling) ?? urls.map((url, index) => `${hostOf(url)} ${index + 1}`);
}

function isTelling(labels: readonly string[]): boolean {
  return !labels.includes('') && new Set(labels).size === labels.length;
}

/** Empty for what is none. */
function toLabel(description: string): string {
  const line = description.replaceAll(/\s+/g, ' ').trim();
  return line.length <= MAX_LABEL_LENGTH ? line : '';
}

function hostOf(url: string): string {
  return /^\w+:\/\/([^/?#]*)/.exec(url)?.[1] ?? url;
}
