import { fixBy, type Fix } from '../gateway/fixAction.ts';
import { GATEWAYS } from '../gateway/gateways.ts';
import type { GatewayId } from '../gateway/gatewayId.ts';
import { effectiveGateway } from './effectiveGateway.ts';
import { readFieldValue } from './fieldValue.ts';
import type { Field, Profile, Secrets } from './profile.ts';
import { optionProblem, type OptionName, type PreflightWarning } from './profileProblem.ts';
import { irregularSubprotocols, isInUse, offeredSubprotocols } from './resolveProfile.ts';

/** What the Browser transport cannot send or do for this profile (gateways.md G1), and what to do instead. */
export function browserLimits(profile: Profile): readonly PreflightWarning[] {
  return [
    ...profile.headers.filter(isInUse).map((field) => headerLimit(field, effectiveGateway(profile))),
    ...(profile.origin === '' ? [] : [ORIGIN_LIMIT]),
    ...optionLimits(profile),
  ];
}

/** What will probably fail, though it can be sent. */
export function profileWarnings(profile: Profile, secrets: Secrets): readonly PreflightWarning[] {
  return [
    ...profile.parameters.filter(isInUse).flatMap((field) => warnOfParameter(profile, field, secrets)),
    ...profile.headers
      .filter(isInUse)
      .flatMap((field) => warnOfEmptySecret(profile, field, 'headers', secrets)),
    ...warnOfSubprotocols(profile),
  ];
}

/** In the Browser transport the same stands in the way. */
function warnOfSubprotocols(profile: Profile): readonly PreflightWarning[] {
  if (profile.transport === 'browser') return [];
  return irregularSubprotocols(offeredSubprotocols(profile)).map((problem) => ({
    ...problem,
    message: `${problem.message} The companion sends it as it stands, for the server to judge.`,
    fixes: [],
  }));
}

const ORIGIN_LIMIT: PreflightWarning = {
  ...optionProblem('origin', 'A browser always sends the origin of its page.'),
  fixes: [overCompanion('Use the Companion transport to send another.')],
};

function overCompanion(text: string): Fix {
  return fixBy({ kind: 'switch-transport', transport: 'companion' }, text);
}

function headerLimit(field: Field, gateway: GatewayId): PreflightWarning {
  const message = `A browser cannot send the header ${field.name}.`;
  const parameter = parameterInPlaceOf(field.name, gateway);
  const fixes =
    parameter === null
      ? [overCompanion('Use the Companion transport.')]
      : [inQuery(field.name, parameter), overCompanion('Or use the Companion transport.')];
  return { at: 'headers', fieldId: field.id, message, fixes };
}

/** The query parameter in which the gateway looks for the same credential; `null` where there is none. */
function parameterInPlaceOf(header: string, gateway: GatewayId): string | null {
  const { credentials } = GATEWAYS[gateway];
  const place = credentials.find(
    ({ kind, name }) => kind === 'header' && name.toLowerCase() === header.toLowerCase(),
  );
  if (place === undefined) return null;
  return credentials.find(({ kind, label }) => kind === 'query' && label === place.label)?.name ?? null;
}

/** An `Authorization` header begins with its scheme, which has no place in a parameter: its token is for the person to move. */
function inQuery(header: string, parameter: string): Fix {
  return header.toLowerCase() === 'authorization'
    ? fixBy(
        { kind: 'add-parameter', name: parameter },
        `Send the token without “Bearer” as the query parameter ${parameter}, where the API reads it.`,
      )
    : fixBy(
        { kind: 'move-header-to-query', header, parameter },
        `Send the query parameter ${parameter}, where the API reads it.`,
      );
}

function optionLimits({ options, keepAlive }: Profile): readonly PreflightWarning[] {
  const { offersCompression, tls, proxy } = options;
  const hasKey = tls.clientKeyPem.kind === 'secret' || tls.clientKeyPem.text !== '';
  const limits: readonly [isAsked: boolean, option: OptionName, what: string][] = [
    [!offersCompression, 'offersCompression', 'A browser always offers compression.'],
    [!tls.verifiesCertificate, 'verifiesCertificate', 'A browser always verifies the certificate.'],
    [tls.caPem !== '', 'caPem', 'A browser trusts only the authorities of its own store.'],
    [
      tls.clientCertificatePem !== '' || hasKey,
      'clientCertificatePem',
      'A browser presents only client certificates that are installed in it.',
    ],
    [tls.serverName !== '', 'serverName', 'A browser always asks for the certificate of the URL’s host.'],
    [proxy.kind !== 'environment', 'proxy', 'A browser takes its proxy from its own settings.'],
    [
      keepAlive.kind === 'ping',
      'keepAlive',
      'A page cannot send a Ping, so nothing is sent; it can send a text.',
    ],
  ];
  return limits
    .filter(([isAsked]) => isAsked)
    .map(([, option, what]) => ({
      ...optionProblem(option, what),
      fixes: [overCompanion('Use the Companion transport for this option.')],
    }));
}

function warnOfParameter(profile: Profile, field: Field, secrets: Secrets): readonly PreflightWarning[] {
  const value = readFieldValue(field.value, secrets);
  if (!value.includes('+')) return warnOfEmptySecret(profile, field, 'parameters', secrets);
  const message = 'Most servers read + in a query as a space. Write %2B where a plus sign is meant.';
  return [{ at: 'parameters', fieldId: field.id, message, fixes: [] }];
}

function warnOfEmptySecret(
  profile: Profile,
  field: Field,
  at: 'parameters' | 'headers',
  secrets: Secrets,
): readonly PreflightWarning[] {
  if (field.value.kind !== 'secret' || readFieldValue(field.value, secrets) !== '') return [];
  const kind = at === 'parameters' ? 'query' : 'header';
  const place = GATEWAYS[effectiveGateway(profile)].credentials.find(
    (credential) => credential.kind === kind && credential.name.toLowerCase() === field.name.toLowerCase(),
  );
  const what = place === undefined ? field.name : `${place.label} (${field.name})`;
  const message = `${what} has no value: it is sent empty. Enter it, or switch the row off.`;
  return [{ at, fieldId: field.id, message, fixes: [] }];
}
