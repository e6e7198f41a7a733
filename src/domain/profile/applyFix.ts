import { assertNever } from '../assertNever.ts';
import type { TimeLimits } from '../connection/connectionRequest.ts';
import type { FixAction } from '../gateway/fixAction.ts';
import type { Field, Profile, ProfileOptions } from './profile.ts';
import { MAX_LIMIT_MS } from './resolveOptions.ts';
import { parseUrl } from '../format/parseUrl.ts';

/** What stands in the URL where the stage is to be written. */
const STAGE_PLACEHOLDER = 'stage';
/** How much longer a step may take after "allow more time". */
const MORE_TIME_FACTOR = 2;

/** The profile with a fix carried out; the same object when there is nothing to change. Secrets keep their ids. */
export function applyFix(profile: Profile, action: FixAction): Profile {
  switch (action.kind) {
    case 'add-parameter':
      return withRows(profile, 'parameters', addRow(profile.parameters, action.name, 'parameter'));
    case 'add-header':
      return overCompanion(
        withRows(profile, 'headers', addRow(profile.headers, action.name, 'header')),
        profile,
      );
    case 'rename-parameter':
      return withRows(profile, 'parameters', renameRow(profile.parameters, action.from, action.to));
    case 'rename-header':
      return overCompanion(
        withRows(profile, 'headers', renameRow(profile.headers, action.from, action.to)),
        profile,
      );
    case 'move-header-to-query':
      return moveRow(profile, 'headers', action.header, 'parameters', action.parameter);
    case 'move-parameter-to-header':
      return overCompanion(
        moveRow(profile, 'parameters', action.parameter, 'headers', action.header),
        profile,
      );
    case 'remove-parameters':
      return withRows(
        profile,
        'parameters',
        profile.parameters.filter(({ name }) => !action.names.includes(name)),
      );
    case 'keep-first-parameter':
      return withRows(profile, 'parameters', keepFirst(profile.parameters, action.name));
    case 'set-path':
      return withUrl(profile, (url) => replacePath(url, action.path));
    case 'add-stage':
      return withUrl(profile, (url) =>
        new URL(url).pathname === '/' ? replacePath(url, `/${STAGE_PLACEHOLDER}`) : url,
      );
    case 'set-scheme':
      return withUrl(profile, (url) => setScheme(url, action.scheme));
    case 'switch-transport':
      return profile.transport === action.transport ? profile : { ...profile, transport: action.transport };
    case 'accept-any-certificate':
      return withOptions(profile, profile.options.tls.verifiesCertificate, ({ tls }) => ({
        tls: { ...tls, verifiesCertificate: false },
      }));
    case 'set-server-name':
      return withOptions(profile, profile.options.tls.serverName !== action.serverName, ({ tls }) => ({
        tls: { ...tls, serverName: action.serverName },
      }));
    case 'offer-subprotocol':
      return offerSubprotocol(profile, action.subprotocol);
    case 'stop-offering-subprotocols':
      return profile.subprotocols.some(({ isEnabled }) => isEnabled)
        ? {
            ...profile,
            subprotocols: profile.subprotocols.map((choice) => ({ ...choice, isEnabled: false })),
          }
        : profile;
    case 'stop-offering-compression':
      return withOptions(profile, profile.options.offersCompression, () => ({ offersCompression: false }));
    case 'bypass-proxy':
      return withOptions(profile, profile.options.proxy.kind !== 'none', () => ({ proxy: { kind: 'none' } }));
    case 'allow-more-time':
      return allowMoreTime(profile, action.limit);
    default:
      return assertNever(action);
  }
}

type Rows = 'parameters' | 'headers';

function withRows(profile: Profile, rows: Rows, changed: readonly Field[]): Profile {
  return changed.length === profile[rows].length &&
    changed.every((row, index) => row === profile[rows][index])
    ? profile
    : { ...profile, [rows]: changed };
}

/** A header needs the companion: a browser can set none (gateways.md G1). */
function overCompanion(changed: Profile, before: Profile): Profile {
  return changed === before || changed.transport === 'companion'
    ? changed
    : { ...changed, transport: 'companion' };
}

function isNamed(name: string): (field: Field) => boolean {
  return (field) => field.name.toLowerCase() === name.toLowerCase();
}

/** A row of that name that is there already is switched on instead. */
function addRow(rows: readonly Field[], name: string, what: string): readonly Field[] {
  const existing = rows.find(isNamed(name));
  if (existing !== undefined) {
    return existing.isEnabled
      ? rows
      : rows.map((row) => (row === existing ? { ...row, isEnabled: true } : row));
  }
  const added: Field = {
    id: freshId(rows, `${what}-${name}`),
    name,
    value: { kind: 'text', text: '' },
    isEnabled: true,
  };
  return [...rows, added];
}

function renameRow(rows: readonly Field[], from: string, to: string): readonly Field[] {
  const renamed = rows.find((row) => row.isEnabled && row.name === from);
  return rows.map((row) => (row === renamed ? { ...row, name: to } : row));
}

/** Rows that are switched off are not sent, so they are no duplicates. */
function keepFirst(rows: readonly Field[], name: string): readonly Field[] {
  const first = rows.find((row) => row.isEnabled && row.name === name);
  return rows.filter((row) => row === first || !row.isEnabled || row.name !== name);
}

function moveRow(profile: Profile, from: Rows, oldName: string, to: Rows, name: string): Profile {
  const moved = profile[from].find((row) => row.isEnabled && isNamed(oldName)(row));
  if (moved === undefined) return profile;
  const others = profile[to].filter((row) => !isNamed(name)(row));
  const row: Field = { ...moved, id: freshId(others, moved.id), name };
  return {
    ...profile,
    [from]: profile[from].filter((each) => each !== moved),
    [to]: [...others, row],
  };
}

/** Ids are unique within a table; the pure domain makes none up at random. */
function freshId(rows: readonly { readonly id: string }[], wanted: string): string {
  const isTaken = (id: string) => rows.some((row) => row.id === id);
  let id = wanted;
  for (let count = 2; isTaken(id); count += 1) id = `${wanted}-${count}`;
  return id;
}

function withUrl(profile: Profile, change: (url: string) => string): Profile {
  const typed = profile.url.trim();
  if (parseUrl(typed) === null) return profile;
  const url = change(typed);
  return url === typed ? profile : { ...profile, url };
}

/** Leaves the rest as typed: `URL` would write it anew. */
function replacePath(url: string, path: string): string {
  return url.replace(/^([a-z]+:\/\/[^/?#]*)[^?#]*/i, (_, origin: string) => `${origin}${path}`);
}

function setScheme(url: string, scheme: 'ws' | 'wss'): string {
  return url.replace(/^[a-z]+:/i, `${scheme}:`);
}

function withOptions(
  profile: Profile,
  isChange: boolean,
  change: (options: ProfileOptions) => Partial<ProfileOptions>,
): Profile {
  if (!isChange) return profile;
  return { ...profile, options: { ...profile.options, ...change(profile.options) } };
}

function offerSubprotocol(profile: Profile, value: string): Profile {
  const existing = profile.subprotocols.find((choice) => choice.value === value);
  if (existing?.isEnabled === true) return profile;
  const subprotocols =
    existing === undefined
      ? [
          ...profile.subprotocols,
          { id: freshId(profile.subprotocols, `subprotocol-${value}`), value, isEnabled: true },
        ]
      : profile.subprotocols.map((choice) => (choice === existing ? { ...choice, isEnabled: true } : choice));
  return { ...profile, subprotocols };
}

function allowMoreTime(profile: Profile, limit: keyof TimeLimits): Profile {
  const { limits } = profile.options;
  const longer = Math.min(limits[limit] * MORE_TIME_FACTOR, MAX_LIMIT_MS);
  return withOptions(profile, longer !== limits[limit], () => ({ limits: { ...limits, [limit]: longer } }));
}
