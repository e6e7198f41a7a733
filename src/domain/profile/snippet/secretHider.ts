import { isCredentialName, looksLikeSecret } from '../isCredentialName.ts';
import { secretVariable } from '../namedSecrets.ts';
import { plainSpellings } from '../secretSpellings.ts';
import type { LabelledSecret } from '../variables/environmentSecrets.ts';
import { mergeParts, plainText, type SnippetPart, type SnippetText } from './snippetText.ts';

/** Shorter values are hidden at their own places only: they would be found in every other word. */
const MIN_HIDDEN_CHARACTERS = 4;

/** `"name": "value"` as JSON has it. */
const JSON_PAIR = /"((?:[^"\\]|\\.)*)"(\s*:\s*")((?:[^"\\]|\\.)*)"/g;

export interface SecretHider {
  /** The variable that stands for a secret; or its value, where the person wants that. */
  readonly hide: (label: string, value: string) => SnippetPart;
  /** A text with the secrets that are known hidden in it. */
  readonly hideKnown: (text: string) => SnippetText;
  /** As `hideKnown`; and what JSON has under the name of a credential, or in the shape of one. */
  readonly hideInMessage: (text: string) => SnippetText;
}

export function createSecretHider(known: readonly LabelledSecret[], includesSecrets: boolean): SecretHider {
  const values = new Map<string, string>();

  /** The name that `postern check` reads; a number behind it where two secrets have one name. */
  function variableOf(label: string, value: string): string {
    const name = secretVariable(label);
    let variable = name;
    for (let count = 2; (values.get(variable) ?? value) !== value; count += 1) variable = `${name}_${count}`;
    values.set(variable, value);
    return variable;
  }

  function hide(label: string, value: string): SnippetPart {
    return includesSecrets
      ? { kind: 'text', text: value }
      : { kind: 'secret', variable: variableOf(label, value) };
  }

  const forms = known
    .filter(({ value }) => value.length >= MIN_HIDDEN_CHARACTERS)
    .flatMap(({ label, value }) => plainSpellings(value).map((form) => ({ label, form })))
    .sort((one, other) => other.form.length - one.form.length);

  function hideKnown(text: string): SnippetText {
    if (includesSecrets) return plainText(text);
    return mergeParts(
      forms.reduce<SnippetText>(
        (parts, { label, form }) => parts.flatMap((part) => cut(part, form, label)),
        [{ kind: 'text', text }],
      ),
    );
  }

  function cut(part: SnippetPart, form: string, label: string): SnippetText {
    if (part.kind === 'secret' || !part.text.includes(form)) return [part];
    return part.text
      .split(form)
      .flatMap((text, index) => (index === 0 ? plainText(text) : [hide(label, form), ...plainText(text)]));
  }

  function hideInMessage(text: string): SnippetText {
    if (includesSecrets) return plainText(text);
    const parts: SnippetPart[] = [];
    let done = 0;
    for (const { 0: whole, 1: name = '', 3: value = '', index } of text.matchAll(JSON_PAIR)) {
      if (value === '' || !(isCredentialName(name, 'query') || looksLikeSecret(value))) continue;
      const valueAt = index + whole.length - 1 - value.length;
      parts.push(...hideKnown(text.slice(done, valueAt)), hide(name, value));
      done = valueAt + value.length;
    }
    return mergeParts([...parts, ...hideKnown(text.slice(done))]);
  }

  return { hide, hideKnown, hideInMessage };
}
