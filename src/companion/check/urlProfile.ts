import { newProfile } from '#domain/profile/newProfile.ts';
import { splitQuery } from '#domain/profile/queryText.ts';
import { fillField, mergeSecrets, textField, type FilledField, type FilledProfile } from './filledProfile.ts';
import { fillPlaceholders } from './fillPlaceholders.ts';
import { secretsOfUrl } from '#domain/profile/secretsOfRequest.ts';
import type { Variables } from '../environment/variables.ts';

/**
 * A URL of the command line as a profile. Before the query a placeholder may hold a part of the URL, or all of it; in
 * the query it is a value, and is encoded as one.
 */
export function urlProfile(text: string, variables: Variables): FilledProfile {
  const [beforeQuery = '', query = ''] = text.split(/\?(.*)/s);
  const filled = fillPlaceholders(beforeQuery, variables);
  const [url = '', filledQuery = ''] = filled.text.split(/\?(.*)/s);
  const parameters: readonly FilledField[] = [
    // What a variable holds is not searched for placeholders again.
    ...splitQuery(filledQuery).map((pair, index) => textField(`filled-${index}`, pair)),
    ...splitQuery(query).map((pair, index) => fillField(`query-${index}`, pair, variables)),
  ];
  return {
    profile: newProfile('url', 0, { name: '', url, parameters: parameters.map(({ field }) => field) }),
    secrets: mergeSecrets(parameters),
    hidden: [
      // Of a whole URL the secrets are hidden, and the rest is shown.
      ...filled.values.flatMap((value) => (value.includes('://') ? secretsOfUrl(value) : [value])),
      ...parameters.flatMap(({ hidden }) => hidden),
    ],
  };
}
