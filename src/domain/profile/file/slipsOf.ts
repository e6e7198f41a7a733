import { isMembers, memberOf, membersOf } from '../../format/members.ts';
import { joinPath } from './describeIssue.ts';
import { nearestName } from './nearestName.ts';
import type { FileProblem } from './parseProfilesFile.ts';

/**
 * What the schema lets pass, since its objects keep members that it does not know and most of theirs may be missing, and what
 * is a slip all the same: a member under nearly the name of one that is missing, and a list where members should be. Unsaid,
 * what stands there would be without effect.
 */
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
  const names = membersOf(entries).map(([name]) => name);
  const below = membersOf(value).flatMap(([name, member]) =>
    slipsOf(memberOf(entries, name), member, joinPath(path, name)),
  );
  return [...misnamedMembers(value, names, path), ...below];
}

/** Members that are none of `names`, and nearly one of those that are missing. */
export function misnamedMembers(
  value: unknown,
  names: readonly string[],
  path: string,
): readonly FileProblem[] {
  const missing = names.filter((name) => memberOf(value, name) === undefined);
  return membersOf(value).flatMap(([name]) => {
    const meant = names.includes(name) ? null : nearestName(name, missing);
    if (meant === null) return [];
    const message = `Postern knows no such member, but “${meant}”. Call it that, or something less like it.`;
    return [{ path: joinPath(path, name), message }];
  });
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
