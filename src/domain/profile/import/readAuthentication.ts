import { isMembers, memberOf } from '../../format/members.ts';
import { scalarText } from './readRows.ts';
import { NO_AUTHENTICATION, type DraftAuthentication } from './requestDraft.ts';

/** The names of what a profile has no place for, as people know them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['oauth1', 'OAuth 1'],
  ['oauth2', 'OAuth 2'],
  ['oauth-2', 'OAuth 2'],
  ['awsv4', 'AWS Signature'],
  ['iam', 'AWS Signature'],
  ['aws-signature', 'AWS Signature'],
  ['digest', 'Digest'],
  ['ntlm', 'NTLM'],
  ['hawk', 'Hawk'],
  ['jwt', 'JWT'],
]);

/**
 * How a request authenticates, as all of these tools write it: a type, and its credentials beside it or in a member of its
 * name. `inherited` is what the folder says, for a request that says nothing.
 */
export function readAuthentication(value: unknown, inherited: DraftAuthentication): DraftAuthentication {
  if (!isMembers(value)) return value === 'none' ? NO_AUTHENTICATION : inherited;
  const type = ['type', 'mode', 'authType']
    .map((name) => scalarText(value[name]))
    .find((text) => text !== null);
  if (type === undefined || type === '' || type === 'inherit') return inherited;
  const isOff = value['disabled'] === true || value['authActive'] === false;
  if (isOff || type === 'none' || type === 'noauth') return NO_AUTHENTICATION;
  return toAuthentication(type, readCredentials(value, type));
}

type Credentials = (name: string) => string;

function toAuthentication(type: string, credential: Credentials): DraftAuthentication {
  switch (type) {
    case 'basic':
      return { kind: 'basic', user: credential('username'), password: credential('password') };
    case 'bearer':
      return { kind: 'bearer', token: credential('token'), prefix: credential('prefix') };
    case 'apikey':
    case 'api-key': {
      const place = `${credential('in')}${credential('addTo')}${credential('placement')}`;
      return {
        kind: 'key',
        name: credential('key'),
        value: credential('value'),
        place: /query/i.test(place) ? 'query' : 'header',
      };
    }
    default: {
      // The token that was fetched last, where the file has it.
      const token = credential('accessToken');
      if (token !== '') return { kind: 'bearer', token, prefix: '' };
      return { kind: 'other', name: NAMES.get(type) ?? 'of a kind that Postern does not know' };
    }
  }
}

/** In a list of keys and values (Postman), in an object under the type's name (Bruno) or `credentials`, or right here. */
function readCredentials(value: unknown, type: string): Credentials {
  const bag = memberOf(value, type) ?? memberOf(value, 'credentials') ?? value;
  if (!Array.isArray(bag)) return (name) => scalarText(memberOf(bag, name)) ?? '';
  return (name) => {
    const row: unknown = bag.find((each: unknown) => memberOf(each, 'key') === name);
    return scalarText(memberOf(row, 'value')) ?? '';
  };
}
