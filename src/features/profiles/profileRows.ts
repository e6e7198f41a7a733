import type { ConnectionPhase } from '#domain/connection/connection.ts';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import { GATEWAYS } from '#domain/gateway/gateways.ts';
import { effectiveGateway } from '#domain/profile/effectiveGateway.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import type { Profile, ProfileId } from '#domain/profile/profile.ts';
import { profileStatus, STATUS_WORDS, weightiestStatus } from './profileStatus.ts';
import type { ProfileStatus } from './profileStatus.ts';
import type { FolderNode, ProfileNode, ProfileOrigin, TreeNode } from './profileTree.ts';

/** One line of the tree, with all that its view shows. */
export type ProfileTreeRow = FolderRow | ProfileRow;

interface RowPlace {
  /** Unique among the rows. */
  readonly key: string;
  /** From 1, as `aria-level`. */
  readonly level: number;
  readonly setSize: number;
  readonly positionInSet: number;
}

export interface FolderRow extends RowPlace {
  readonly kind: 'folder';
  readonly name: string;
  /** The name, and in words all else that the row shows. */
  readonly accessibleName: string;
  readonly isOpen: boolean;
  readonly isQuiet: boolean;
  readonly profileCount: number;
  /** The weightiest of the connections within, while the folder hides them. */
  readonly status: ProfileStatus | null;
  /** Hides the selected profile. */
  readonly hidesSelected: boolean;
}

export interface ProfileRow extends RowPlace {
  readonly kind: 'profile';
  readonly id: ProfileId;
  readonly name: string;
  /** The name, and in words all else that the row shows. */
  readonly accessibleName: string;
  readonly origin: ProfileOrigin;
  /** For tight places; empty where the folder or the missing gateway says as much. */
  readonly gateway: string;
  readonly status: ProfileStatus | null;
  readonly isUnsaved: boolean;
  readonly isSelected: boolean;
  readonly isSynthetic: boolean;
  /** What a tooltip adds: the note of a ready-made profile, else the URL; and its description. */
  readonly detail: string;
}

/** What the person has opened or closed, by the folder's key; other folders are as they come. */
export type Folding = Readonly<Record<string, boolean>>;

export interface ProfileRowsInput {
  readonly tree: readonly TreeNode[];
  readonly phases: Readonly<Record<ProfileId, ConnectionPhase['kind']>>;
  readonly selectedId: ProfileId | null;
  readonly folding: Folding;
  /** Words that all have to occur in a profile's name, folder, gateway, URL or description; empty for no search. */
  readonly search: string;
}

/** The rows from top to bottom. A search opens every folder that holds something found, and leaves out the others. */
export function profileRows(input: ProfileRowsInput): readonly ProfileTreeRow[] {
  const words = input.search.toLowerCase().split(/\s+/).filter(Boolean);
  const tree = words.length === 0 ? input.tree : found(input.tree, words, '');
  return flatten(tree, 1, { ...input, isSearching: words.length > 0 });
}

function found(nodes: readonly TreeNode[], words: readonly string[], path: string): readonly TreeNode[] {
  return nodes.flatMap((node): readonly TreeNode[] => {
    if (node.kind === 'profile') {
      const text = `${path} ${searchText(node.profile)}`;
      return words.every((word) => text.includes(word)) ? [node] : [];
    }
    const children = found(node.children, words, `${path} ${node.name.toLowerCase()}`);
    return children.length === 0 ? [] : [{ ...node, children }];
  });
}

interface FlattenContext extends ProfileRowsInput {
  readonly isSearching: boolean;
}

function flatten(
  nodes: readonly TreeNode[],
  level: number,
  context: FlattenContext,
): readonly ProfileTreeRow[] {
  return nodes.flatMap((node, index): readonly ProfileTreeRow[] => {
    const place = { level, setSize: nodes.length, positionInSet: index + 1 };
    if (node.kind === 'profile') return [profileRow(node, place, context)];
    const row = folderRow(node, place, context);
    return row.isOpen ? [row, ...flatten(node.children, level + 1, context)] : [row];
  });
}

function folderRow(node: FolderNode, place: Omit<RowPlace, 'key'>, context: FlattenContext): FolderRow {
  const isOpen = context.isSearching || (context.folding[node.key] ?? node.isInitiallyOpen);
  const profileCount = countProfiles(node);
  const hiddenIds = isOpen ? [] : profileIds(node);
  const status = isOpen ? null : weightiestStatus(hiddenIds.map((id) => statusOf(id, context)));
  const count = profileCount === 1 ? '1 profile' : `${profileCount} profiles`;
  const words = [node.name, isOpen ? '' : count, status === null ? '' : STATUS_WORDS[status]];
  return {
    kind: 'folder',
    key: node.key,
    ...place,
    name: node.name,
    accessibleName: words.filter((word) => word !== '').join(', '),
    isOpen,
    isQuiet: node.isQuiet,
    profileCount,
    status,
    hidesSelected: context.selectedId !== null && hiddenIds.includes(context.selectedId),
  };
}

function profileRow(node: ProfileNode, place: Omit<RowPlace, 'key'>, context: FlattenContext): ProfileRow {
  const { profile, origin, isUnsaved, isSynthetic, note } = node;
  const status = statusOf(profile.id, context);
  const gateway = gatewayOf(profile);
  const name = profile.name.trim() === '' ? 'Unnamed' : profile.name;
  const gatewayName = origin === 'ready-made' || gateway === 'generic' ? '' : GATEWAYS[gateway].shortName;
  const words = [
    name,
    isSynthetic ? 'synthetic' : '',
    gatewayName,
    isUnsaved ? 'unsaved' : '',
    status === null ? '' : STATUS_WORDS[status],
  ];
  return {
    kind: 'profile',
    key: profile.id,
    ...place,
    id: profile.id,
    name,
    accessibleName: words.filter((word) => word !== '').join(', '),
    origin,
    gateway: gatewayName,
    status,
    isUnsaved,
    isSelected: profile.id === context.selectedId,
    isSynthetic,
    detail: [note ?? maskedUrlOf(profile), profile.description].filter((text) => text !== '').join('\n'),
  };
}

function statusOf(id: ProfileId, { phases }: FlattenContext): ProfileStatus | null {
  return profileStatus(phases[id] ?? 'idle');
}

function countProfiles(node: TreeNode): number {
  return node.kind === 'profile' ? 1 : node.children.reduce((sum, child) => sum + countProfiles(child), 0);
}

function profileIds(node: TreeNode): readonly ProfileId[] {
  return node.kind === 'profile' ? [node.profile.id] : node.children.flatMap(profileIds);
}

interface Derived {
  readonly gateway: GatewayId;
  readonly maskedUrl: string;
  readonly searchText: string;
}

/** Profiles are replaced, never changed: what follows from one is found once, though rows are made at each key stroke. */
const derived = new WeakMap<Profile, Derived>();

function derive(profile: Profile): Derived {
  const known = derived.get(profile);
  if (known !== undefined) return known;
  const gateway = effectiveGateway(profile);
  const { name, shortName } = GATEWAYS[gateway];
  const searchText = [profile.name, profile.url, name, shortName, profile.description]
    .join(' ')
    .toLowerCase();
  // What was typed may not have been taken apart yet.
  const made = { gateway, maskedUrl: maskUrl(profile.url), searchText };
  derived.set(profile, made);
  return made;
}

const gatewayOf = (profile: Profile) => derive(profile).gateway;
const maskedUrlOf = (profile: Profile) => derive(profile).maskedUrl;
const searchText = (profile: Profile) => derive(profile).searchText;
