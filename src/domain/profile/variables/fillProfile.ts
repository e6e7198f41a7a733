import type { Field, FieldValue, KeepAlive, Profile, Secrets, TokenSource } from '../profile.ts';
import type { OptionName, ProfileProblem } from '../profileProblem.ts';
import { fillText, hasVariable } from './fillText.ts';
import { sentTextsOf } from './textsOf.ts';
import type { VariableLookup } from './variableLookup.ts';

/** A profile with the values of variables in place: what is dialled, judged and written as code, and never stored. */
export interface FilledIn {
  readonly profile: Profile;
  /** Those of the profile, filled in too, and those that variables brought. */
  readonly secrets: Secrets;
  /** Variables without a value, each at its place. */
  readonly problems: readonly ProfileProblem[];
  /** Their names, each once. */
  readonly missing: readonly string[];
}

/**
 * Fills in the variables of a profile. A value that holds a secret is a secret. Where there is no variable, profile and
 * secrets are the very ones that came in.
 */
export function fillProfile(profile: Profile, secrets: Secrets, lookup: VariableLookup): FilledIn {
  if (!usesVariables(profile, secrets)) return { profile, secrets, problems: [], missing: [] };
  const filling = new Filling(secrets, lookup);
  const { options } = profile;
  const { tls, proxy } = options;
  const filled: Profile = {
    ...profile,
    url: filling.text(profile.url, 'url', null),
    parameters: filling.fields(profile.parameters, 'parameters'),
    headers: filling.fields(profile.headers, 'headers'),
    subprotocols: profile.subprotocols.map((choice) =>
      choice.isEnabled ? { ...choice, value: filling.text(choice.value, 'subprotocols', choice.id) } : choice,
    ),
    origin: filling.option(profile.origin, 'origin'),
    options: {
      ...options,
      tls: {
        ...tls,
        serverName: filling.option(tls.serverName, 'serverName'),
        clientKeyPassphrase: filling.value(
          tls.clientKeyPassphrase,
          'clientKeyPassphrase',
          'options',
          'clientKeyPassphrase',
        ),
      },
      proxy:
        proxy.kind === 'url'
          ? { ...proxy, url: filling.value(proxy.url, 'proxy', 'options', 'proxy') }
          : proxy,
    },
    keepAlive: fillKeepAlive(profile.keepAlive, filling),
  };
  return {
    profile: filled,
    secrets: filling.secrets,
    problems: filling.problems,
    missing: [...filling.missing],
  };
}

function usesVariables(profile: Profile, secrets: Secrets): boolean {
  return sentTextsOf(profile, secrets).some(hasVariable);
}

function fillKeepAlive(keepAlive: KeepAlive, filling: Filling): KeepAlive {
  if (keepAlive.kind !== 'message') return keepAlive;
  return { ...keepAlive, text: filling.option(keepAlive.text, 'keepAliveText') };
}

/** As `fillProfile`, for where a token comes from: it is filled in when the token is fetched, and keeps nobody from connecting. */
export function fillTokenSource(
  source: TokenSource,
  secrets: Secrets,
  lookup: VariableLookup,
): { readonly source: TokenSource; readonly secrets: Secrets; readonly problems: readonly ProfileProblem[] } {
  const filling = new Filling(secrets, lookup);
  const text = (value: string) => filling.text(value, 'parameters', null);
  const filled: TokenSource = {
    ...source,
    url: text(source.url),
    clientId: text(source.clientId),
    clientSecret: filling.value(source.clientSecret, 'token:secret', 'parameters', null),
    scope: text(source.scope),
    audience: text(source.audience),
    parameters: filling.value(source.parameters, 'token:parameters', 'parameters', null),
  };
  return { source: filled, secrets: filling.secrets, problems: filling.problems };
}

/** What one profile's variables come to, while they are filled in. */
class Filling {
  readonly problems: ProfileProblem[] = [];
  readonly missing = new Set<string>();
  readonly #secrets: Record<string, string>;
  readonly #lookup: VariableLookup;

  constructor(secrets: Secrets, lookup: VariableLookup) {
    this.#secrets = { ...secrets };
    this.#lookup = lookup;
  }

  get secrets(): Secrets {
    return this.#secrets;
  }

  text(text: string, at: ProfileProblem['at'], fieldId: string | null): string {
    return this.#fill(text, at, fieldId).text;
  }

  option(text: string, option: OptionName): string {
    return this.text(text, 'options', option);
  }

  value(value: FieldValue, id: string, at: ProfileProblem['at'], fieldId: string | null): FieldValue {
    if (value.kind === 'secret') {
      const { text } = this.#fill(this.#secrets[value.secretId] ?? '', at, fieldId);
      if (value.secretId in this.#secrets) this.#secrets[value.secretId] = text;
      return value;
    }
    const { text, hasSecret } = this.#fill(value.text, at, fieldId);
    if (!hasSecret) return { ...value, text };
    const secretId = `filled:${id}`;
    this.#secrets[secretId] = text;
    return { kind: 'secret', secretId };
  }

  /** What is switched off stays as it is written: nothing of it is sent. */
  fields(fields: readonly Field[], at: 'parameters' | 'headers'): readonly Field[] {
    return fields.map((field) =>
      field.isEnabled
        ? {
            ...field,
            name: this.text(field.name, at, field.id),
            value: this.value(field.value, field.id, at, field.id),
          }
        : field,
    );
  }

  #fill(text: string, at: ProfileProblem['at'], fieldId: string | null) {
    const filled = fillText(text, this.#lookup);
    for (const name of filled.missing) {
      this.missing.add(name);
      this.problems.push({ at, fieldId, message: missingVariable(name) });
    }
    return filled;
  }
}

/** The sentence for a variable that has no value, wherever it stands. */
export function missingVariable(name: string): string {
  return `{{${name}}} has no value: give it one under Variables, or choose another environment.`;
}
