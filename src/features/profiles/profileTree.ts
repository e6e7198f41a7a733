import type { LocalGateway } from '#domain/gateway/localGateway.ts';
import { isCatalogueId } from '#domain/profile/catalogue/catalogueProfile.ts';
import { folderTree } from '#domain/profile/folderTree.ts';
import type { ProfileFolder } from '#domain/profile/folderTree.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { teamProfiles } from './team/teamProfiles.ts';
import type { TeamGroup } from './team/teamProfiles.ts';
import { readyMadeId } from '../stores/readyMadeId.ts';

/** Folders and profiles as they are nested, before anything is folded or searched. */
export type TreeNode = FolderNode | ProfileNode;

export interface FolderNode {
  readonly kind: 'folder';
  /** Unique in the tree, and stable, since what is folded is remembered under it. */
  readonly key: string;
  readonly name: string;
  /** For what most people do not need at first. */
  readonly isQuiet: boolean;
  readonly isInitiallyOpen: boolean;
  readonly children: readonly TreeNode[];
}

export interface ProfileNode {
  readonly kind: 'profile';
  readonly profile: Profile;
  readonly origin: ProfileOrigin;
  /** Has changes that are not saved, or was never saved. */
  readonly isUnsaved: boolean;
  /** Of a ready-made profile: what it shows. `null` for the person's own. */
  readonly note: string | null;
  readonly isSynthetic: boolean;
}

/** `draft` was never saved; `team` is in the team's file; `ready-made` belongs to a local gateway; a `catalogue` is a site's. */
export type ProfileOrigin = 'saved' | 'draft' | 'team' | 'catalogue' | 'ready-made';

/** Whether others have made it, and it stays as they did: what is changed of it is a draft, and what is saved a copy. */
export function isReadOnly(origin: ProfileOrigin): boolean {
  return origin === 'catalogue' || origin === 'ready-made';
}

export interface ProfileGroups {
  readonly saved: Readonly<Record<ProfileId, Profile>>;
  readonly drafts: Readonly<Record<ProfileId, Profile>>;
  readonly readyMade: Readonly<Record<ProfileId, Profile>>;
}

const OWN_FOLDER = 'folder:';

/** The path of one of the person's own folders, by its key; `null` for another one. */
export function ownFolder(key: string): string | null {
  return key.startsWith(OWN_FOLDER) ? key.slice(OWN_FOLDER.length) : null;
}

export function ownFolderKey(path: string): string {
  return OWN_FOLDER + path;
}

export const LOCAL_GATEWAYS_KEY = 'local';

const TEAM_KEY = 'team';

export const CATALOGUE_KEY = 'catalogue';

/**
 * The person's own folders and profiles by name, then those of the team's file and of a catalogue, whose site is named, then
 * the local gateways, which are many and always the same.
 */
export function profileTree(
  groups: ProfileGroups,
  gateways: readonly LocalGateway[],
  team: TeamGroup | null = null,
  site: string | null = null,
): readonly TreeNode[] {
  const teamNodes =
    team === null ? [] : teamProfiles(team, groups.drafts).map((each) => othersNode(groups, each, 'team'));
  const catalogueNodes = Object.values(groups.readyMade)
    .filter(({ id }) => isCatalogueId(id))
    .map((each) => othersNode(groups, groups.drafts[each.id] ?? each, 'catalogue'));
  const local = localGatewaysNode(groups, gateways);
  const shownIds = new Set([
    ...gateways.flatMap((gateway) => gateway.scenarios.map(readyMadeId)),
    ...[...teamNodes, ...catalogueNodes].map(({ profile }) => profile.id),
  ]);
  return [
    ...nestedNodes(ownProfiles(groups, shownIds), OWN_FOLDER),
    ...(team === null ? [] : [folder(TEAM_KEY, team.name, nestedNodes(teamNodes, `${TEAM_KEY}/`))]),
    ...(site === null || catalogueNodes.length === 0
      ? []
      : [folder(CATALOGUE_KEY, site, nestedNodes(catalogueNodes, `${CATALOGUE_KEY}/`))]),
    ...(local === null ? [] : [local]),
  ];
}

function othersNode({ drafts }: ProfileGroups, profile: Profile, origin: 'team' | 'catalogue'): ProfileNode {
  return {
    kind: 'profile',
    profile,
    origin,
    isUnsaved: profile.id in drafts,
    note: null,
    isSynthetic: false,
  };
}

function localGatewaysNode(groups: ProfileGroups, gateways: readonly LocalGateway[]): FolderNode | null {
  const children = gateways.flatMap((gateway) => gatewayNode(groups, gateway) ?? []);
  if (children.length === 0) return null;
  return folder(LOCAL_GATEWAYS_KEY, 'Local gateways', children);
}

/** What opens stands in sight; what is refused, on purpose, under a folder of its own. */
function gatewayNode(groups: ProfileGroups, gateway: LocalGateway): FolderNode | null {
  const nodes = gateway.scenarios.flatMap((scenario): readonly { isGood: boolean; node: ProfileNode }[] => {
    const id = readyMadeId(scenario);
    const readyMade = groups.readyMade[id];
    if (readyMade === undefined) return [];
    const node: ProfileNode = {
      kind: 'profile',
      profile: groups.drafts[id] ?? readyMade,
      origin: 'ready-made',
      isUnsaved: id in groups.drafts,
      note: scenario.note,
      isSynthetic: scenario.isSynthetic,
    };
    return [{ isGood: scenario.expects === 'open', node }];
  });
  if (nodes.length === 0) return null;
  const key = `${LOCAL_GATEWAYS_KEY}/${gateway.name}`;
  const good = nodes.filter(({ isGood }) => isGood).map(({ node }) => node);
  const refused = nodes.filter(({ isGood }) => !isGood).map(({ node }) => node);
  if (refused.length === 0) return folder(key, gateway.name, good);
  const refusals = folder(`${key}/refusals`, 'Refusals', refused, { isQuiet: true, isInitiallyOpen: false });
  return folder(key, gateway.name, [...good, refusals]);
}

/** A draft of a ready-made profile whose gateway is not running is the person's own until it is: nothing typed is lost. */
function ownProfiles(
  { saved, drafts }: ProfileGroups,
  shownIds: ReadonlySet<ProfileId>,
): readonly ProfileNode[] {
  const ids = [...Object.keys(saved), ...Object.keys(drafts).filter((id) => !(id in saved))];
  return ids.flatMap((id): readonly ProfileNode[] => {
    const profile = drafts[id] ?? saved[id];
    if (profile === undefined || shownIds.has(id)) return [];
    return [
      {
        kind: 'profile',
        profile,
        origin: id in saved ? 'saved' : 'draft',
        isUnsaved: id in drafts,
        note: null,
        isSynthetic: false,
      },
    ];
  });
}

/** In their folders, whose keys begin with `keyPrefix`. */
function nestedNodes(profileNodes: readonly ProfileNode[], keyPrefix: string): readonly TreeNode[] {
  const nodes = new Map(profileNodes.map((node) => [node.profile.id, node]));
  return contents(folderTree(profileNodes.map(({ profile }) => profile)), nodes, keyPrefix);
}

/** A folder of `folderTree` with what the list shows of its profiles. */
function contents(
  { folders, profiles }: ProfileFolder,
  nodes: ReadonlyMap<ProfileId, ProfileNode>,
  keyPrefix: string,
): readonly TreeNode[] {
  return [
    ...folders.map((each) => folder(`${keyPrefix}${each.path}`, each.name, contents(each, nodes, keyPrefix))),
    ...profiles.flatMap((profile) => nodes.get(profile.id) ?? []),
  ];
}

function folder(
  key: string,
  name: string,
  children: readonly TreeNode[],
  { isQuiet = false, isInitiallyOpen = true } = {},
): FolderNode {
  return { kind: 'folder', key, name, isQuiet, isInitiallyOpen, children };
}
