import type { ReadEntry } from './logEntry.ts';
import { isMembers } from '../../format/members.ts';
import { problem, readMembers } from './readMembers.ts';

/** A line of JSON Lines. */
export function readJsonLine(line: string): ReadEntry {
  if (line.trim() === '') return { kind: 'note', missing: 0 };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // The parser's own words differ from browser to browser, and name a place within a line that nobody counts.
    return problem('It is not JSON.');
  }
  return isMembers(value) ? readMembers(value) : problem('It is not a JSON object.');
}
