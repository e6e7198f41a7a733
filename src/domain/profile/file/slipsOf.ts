import { isMembers, memberOf, membersOf } from '../../format/members.ts';
import { joinPath } from './describeIssue.ts';
import type { FileProblem } from './parseProfilesFile.ts';

/** Lists where members should be: the schema lets them pass where all of the members may be missing. */
export function slipsOf(schema: unknown, value: unknown, path: string): readonly FileProblem[] {
  const inner = memberOf(schema, 'wrapped');
  if (inner !== undefined) return slipsOf(inner, value, path);
  const item = memberOf(schema, 'item');
  if (item !== undefined) {
    return Array.isArray(value)
      ? value.flatMap((each: unknown, index) => slipsOf(item, each, joinPath(path, index)))
      : [];
  }
  const entries = entriesFor(schema, value);
  if (entries === undefined) return [];
  if (Array.isArray(value)) return [{ path, message: 'It should be an object with members.' }];
  return membersOf(value).flatMap(([name, member]) =>
    slipsOf(memberOf(entries, name), member, joinPath(path, name)),
  );
}

/** Of a variant, those of the one that the value says it is. */
function entriesFor(schema: unknown, value: unknown): unknown {
  const [key, options] = [memberOf(schema, 'key'), memberOf(schema, 'options')];
  if (typeof key !== 'string' || !Array.isArray(options)) return memberOf(schema, 'entries');
  const said = isMembers(value) ? memberOf(value, key) : undefined;
  const chosen: unknown = options.find(
    (option: unknown) => memberOf(memberOf(memberOf(option, 'entries'), key), 'literal') === said,
  );
  return memberOf(chosen, 'entries');
}
