import type { DraftField } from './requestDraft.ts';

/** The URL with `:name` in its path replaced by what the rows say. */
export function fillSegments(url: string, rows: readonly DraftField[]): string {
  const [path = '', query] = url.split(/(\?.*)/s);
  const filled = path.replace(/\/:([\w.-]+)/g, (segment: string, name: string) => {
    const row = rows.find((each) => each.name === name && each.value !== '');
    return row === undefined ? segment : `/${row.value}`;
  });
  return filled + (query ?? '');
}
