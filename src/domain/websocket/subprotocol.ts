import { quoteCharacter } from '../format/quoteCharacter.ts';
import { findNonTokenCharacter } from './token.ts';

/**
 * A sentence when `value` cannot be offered as a subprotocol, or `null`. It must be a token (RFC 6455 section 4.1,
 * gateways.md G3); a browser throws `SyntaxError` on anything else before it sends a byte.
 */
export function checkSubprotocol(value: string): string | null {
  if (value === '') return 'A subprotocol cannot be empty.';
  const found = findNonTokenCharacter(value);
  if (found === null) return null;
  const { character, position } = found;
  const problem = `A subprotocol cannot hold ${quoteCharacter(character)} (character ${position})`;
  if (character === '=' || character === '/') {
    return `${problem}. To carry a credential in it, encode that as base64url without padding: base64 does not fit.`;
  }
  if (character === ',') return `${problem}: enter one subprotocol a row.`;
  return `${problem}: only letters, digits and ! # $ % & ' * + - . ^ _ \` | ~ may stand there.`;
}

/** The first value that stands in the list twice, or `null`. A browser refuses such a list (gateways.md G3). */
export function findDuplicate(values: readonly string[]): string | null {
  return values.find((value, index) => values.indexOf(value) < index) ?? null;
}
