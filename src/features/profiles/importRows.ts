import { GATEWAYS } from '#domain/gateway/gateways.ts';
import type { ImportedProfile, LeftBehind } from '#domain/profile/import/readImport.ts';
import { descriptionLine } from '#domain/profile/description.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import { unusualChoices } from './unusualChoices.ts';

/** A profile that an import would make, as its list shows it. */
export interface ImportRow {
  readonly name: string;
  /** Empty for the top level. */
  readonly folder: string;
  readonly url: string;
  /** Empty where the URL says none. */
  readonly gateway: string;
  /** For example `2 secrets`; empty for none. */
  readonly secrets: string;
  /** For example `2 messages`; empty for none. */
  readonly messages: string;
  /** In one line; empty for none. */
  readonly description: string;
  /** As `unusualChoices` has it. */
  readonly unusual: readonly string[];
  /** What the file leaves open. */
  readonly toFillIn: readonly string[];
  /** The accessible name of its box. */
  readonly label: string;
}

export function toImportRow({ fields, gateway, secrets, toFillIn }: ImportedProfile): ImportRow {
  const row = {
    name: fields.name,
    folder: fields.folder.replaceAll('/', ' / '),
    url: maskUrl(fields.url),
    gateway: gateway === null ? '' : GATEWAYS[gateway].shortName,
    secrets: counted(Object.keys(secrets).length, 'secret'),
    messages: counted(fields.messages?.length ?? 0, 'message'),
    description: descriptionLine(fields.description ?? ''),
    unusual: unusualChoices(fields),
    toFillIn,
  };
  const { name, url, folder, gateway: shortName, secrets: secretsText, messages } = row;
  const words = [name, url, folder === '' ? '' : `in ${folder}`, shortName, secretsText, messages];
  return { ...row, label: words.filter((word) => word !== '').join(', ') };
}

function counted(count: number, what: string): string {
  if (count === 0) return '';
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}

/** What is left behind for one reason, and where. */
export interface LeftBehindRow {
  readonly reason: string;
  readonly places: string;
}

/** Places that a row names; the others are counted. */
const MAX_PLACES = 3;

export function leftBehindRows(leftBehind: readonly LeftBehind[]): readonly LeftBehindRow[] {
  const places = new Map<string, string[]>();
  for (const { place, reason } of leftBehind) {
    const known = places.get(reason);
    if (known === undefined) places.set(reason, [place]);
    else known.push(place);
  }
  return [...places].map(([reason, all]) => ({
    reason,
    places: placesText(all.filter((place) => place !== '')),
  }));
}

function placesText(places: readonly string[]): string {
  const shown = places.slice(0, MAX_PLACES).join(' · ');
  return places.length > MAX_PLACES ? `${shown} and ${places.length - MAX_PLACES} more` : shown;
}
