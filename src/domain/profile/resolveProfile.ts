import type { ConnectionRequest } from '../connection/connectionRequest.ts';
import { GATEWAYS } from '../gateway/gateways.ts';
import type { HeaderField } from '../handshake/handshakeRecord.ts';
import { checkHeaderName, checkHeaderValue, isForbiddenRequestHeader } from '../websocket/headerField.ts';
import { checkSubprotocol, findDuplicate } from '../websocket/subprotocol.ts';
import { checkReconnect } from '../reconnect/checkReconnect.ts';
import { checkKeepAlive } from './checkKeepAlive.ts';
import { effectiveGateway } from './effectiveGateway.ts';
import { readFieldValue } from './fieldValue.ts';
import type { Field, Profile, Secrets, SubprotocolChoice } from './profile.ts';
import { optionProblem, type ProfileProblem } from './profileProblem.ts';
import type { QueryPair } from './queryText.ts';
import { checkOptions, resolveOptions } from './resolveOptions.ts';
import { resolveUrl } from './resolveUrl.ts';

export type { ProfileProblem } from './profileProblem.ts';

export type ResolvedProfile =
  | { readonly ok: true; readonly request: ConnectionRequest }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** What to connect to, secrets filled in; or everything that stands in the way, each at its place. */
export function resolveProfile(profile: Profile, secrets: Secrets): ResolvedProfile {
  const url = resolveUrl(profile.url, resolveParameters(profile.parameters, secrets));
  const headers = profile.headers.filter(isInUse);
  const subprotocols = offeredSubprotocols(profile);
  const problems: readonly ProfileProblem[] = [
    ...(url.ok ? [] : [{ at: 'url' as const, fieldId: null, message: url.message }]),
    ...headers.flatMap((field) => checkHeader(field, readFieldValue(field.value, secrets))),
    ...checkSubprotocols(profile, subprotocols),
    ...checkOrigin(profile.origin),
    ...checkOptions(profile.options, secrets),
    ...checkKeepAlive(profile.keepAlive),
    ...checkReconnect(profile.reconnect),
  ];
  if (!url.ok || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    request: {
      transport: profile.transport,
      url: url.url,
      headers: headers.map((field) => resolveHeader(field, secrets)),
      origin: profile.origin === '' ? null : profile.origin,
      subprotocols: subprotocols.map((choice) => choice.value),
      maxFrameBytes: GATEWAYS[effectiveGateway(profile)].limits.frameBytes?.value ?? null,
      options: resolveOptions(profile.options, secrets),
    },
  };
}

export function offeredSubprotocols({ subprotocols }: Profile): readonly SubprotocolChoice[] {
  return subprotocols.filter(({ isEnabled, value }) => isEnabled && value !== '');
}

/** A row takes part when it is switched on and not wholly blank, as the last row of a table is. */
export function isInUse(field: Field): boolean {
  const isBlank = field.name === '' && field.value.kind === 'text' && field.value.text === '';
  return field.isEnabled && !isBlank;
}

function resolveParameters(parameters: readonly Field[], secrets: Secrets): readonly QueryPair[] {
  return parameters
    .filter(isInUse)
    .map((field) => ({ name: field.name, value: readFieldValue(field.value, secrets) }));
}

function resolveHeader(field: Field, secrets: Secrets): HeaderField {
  return { name: field.name, value: readFieldValue(field.value, secrets) };
}

function checkHeader(field: Field, value: string): readonly ProfileProblem[] {
  const message =
    checkHeaderName(field.name) ?? isForbiddenRequestHeader(field.name) ?? checkHeaderValue(value);
  return message === null ? [] : [{ at: 'headers', fieldId: field.id, message }];
}

/** A browser refuses what RFC 6455 does not allow; the companion sends whatever a header can hold. */
function checkSubprotocols(
  { transport }: Profile,
  choices: readonly SubprotocolChoice[],
): readonly ProfileProblem[] {
  if (transport === 'browser') return irregularSubprotocols(choices);
  return problemsOf(choices, checkHeaderValue);
}

/** What no browser offers, each at its row. */
export function irregularSubprotocols(choices: readonly SubprotocolChoice[]): readonly ProfileProblem[] {
  const problems = problemsOf(choices, checkSubprotocol);
  const duplicate = findDuplicate(choices.map((choice) => choice.value));
  if (duplicate === null) return problems;
  const second = choices.findLast((choice) => choice.value === duplicate);
  const message = `“${duplicate}” is offered twice: remove one of the two. Browsers refuse such a list.`;
  return [...problems, { at: 'subprotocols', fieldId: second?.id ?? null, message }];
}

function problemsOf(
  choices: readonly SubprotocolChoice[],
  check: (value: string) => string | null,
): readonly ProfileProblem[] {
  return choices.flatMap((choice): ProfileProblem[] => {
    const message = check(choice.value);
    return message === null ? [] : [{ at: 'subprotocols', fieldId: choice.id, message }];
  });
}

function checkOrigin(origin: string): readonly ProfileProblem[] {
  const message = checkHeaderValue(origin);
  return message === null ? [] : [optionProblem('origin', message)];
}
