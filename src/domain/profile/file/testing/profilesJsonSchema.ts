import { toJsonSchema } from '@valibot/to-json-schema';
import { ProfilesFileSchema, PROFILES_SCHEMA_URL } from '../fileProfile.ts';

/** What `public/schema` publishes: made of the parser's own schema, so that the two say the same. */
export function profilesJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = toJsonSchema(ProfilesFileSchema, { target: 'draft-2020-12' });
  return {
    ...($schema !== undefined && { $schema }),
    $id: PROFILES_SCHEMA_URL,
    title: 'Profiles of Postern',
    description:
      'A file of profiles: WebSocket endpoints behind API gateways, as Postern exports and imports them and `postern check` reads them. A profile says that it has a secret, and never which. What is not required may be left out, and is then as in a new profile. Members that are not described here are kept, unless they are named nearly like one that is missing: the reader takes that for a slip and says so.',
    ...schema,
  };
}
