import { currentLifetime, pastLifetime } from '../secrets/lifetime.ts';
import { mintClientToken } from './clientToken.ts';

/** The hub that the API Management sample uses. */
export const CHAT_HUB = 'chatdemo';
/** A hub whose settings name no event handler. */
export const SILENT_HUB = 'silent';
/** Hubs whose clients do not get in: each stands for one cause. */
export const GUARDED_HUB = 'guarded';
export const FAILING_HUB = 'failing';
export const PRIVATE_HUB = 'private';
export const FULL_HUB = 'full';
/** A hub whose clients are told of a reload soon after they have come. */
export const RELOADING_HUB = 'reloading';

const USER_ID = 'user1';
const MEMBER_ROLES = ['webpubsub.joinLeaveGroup', 'webpubsub.sendToGroup'];

export interface WebPubSubTokens {
  readonly chat: string;
  readonly noRoles: string;
  readonly expired: string;
  readonly silentHub: string;
  readonly guardedHub: string;
  readonly failingHub: string;
  readonly privateHub: string;
  readonly fullHub: string;
  readonly reloadingHub: string;
}

/** `endpoint` is the service's `http:` base URL. */
export function mintTokens(endpoint: string, accessKey: string, now: number): WebPubSubTokens {
  const mint = (hub: string, roles: readonly string[], lifetime = currentLifetime(now)) =>
    mintClientToken(`${endpoint}/client/hubs/${hub}`, accessKey, { userId: USER_ID, roles, lifetime });
  return {
    chat: mint(CHAT_HUB, MEMBER_ROLES),
    noRoles: mint(CHAT_HUB, []),
    expired: mint(CHAT_HUB, MEMBER_ROLES, pastLifetime(now)),
    silentHub: mint(SILENT_HUB, MEMBER_ROLES),
    guardedHub: mint(GUARDED_HUB, MEMBER_ROLES),
    failingHub: mint(FAILING_HUB, MEMBER_ROLES),
    privateHub: mint(PRIVATE_HUB, MEMBER_ROLES),
    fullHub: mint(FULL_HUB, MEMBER_ROLES),
    reloadingHub: mint(RELOADING_HUB, MEMBER_ROLES),
  };
}
