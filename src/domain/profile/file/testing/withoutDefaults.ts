import { isMembers, memberOf, membersOf } from '../../../format/members.ts';
import { isEqualJson } from '../../isEqualJson.ts';

/** The document without the members that say what a JSON Schema says of them when they are left out. */
export function withoutDefaults(schema: unknown, document: unknown): unknown {
  if (Array.isArray(document)) {
    return document.map((each: unknown) => withoutDefaults(memberOf(schema, 'items'), each));
  }
  if (!isMembers(document)) return document;
  const properties = memberOf(variantOf(schema, document), 'properties');
  const left = membersOf(document).flatMap(([name, member]) => {
    const known = memberOf(properties, name);
    const rest = withoutDefaults(known, member);
    const isDefault = isMembers(known) && 'default' in known && isEqualJson(rest, known['default']);
    return isDefault ? [] : [[name, rest] as const];
  });
  return Object.fromEntries(left);
}

function variantOf(schema: unknown, document: unknown): unknown {
  const variants = memberOf(schema, 'oneOf');
  if (!Array.isArray(variants)) return schema;
  return variants.find(
    (variant: unknown) =>
      memberOf(memberOf(memberOf(variant, 'properties'), 'kind'), 'const') === memberOf(document, 'kind'),
  );
}
