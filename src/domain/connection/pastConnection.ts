import type { ProfileId } from '../profile/profile.ts';

/** The log of a connection of an earlier page, as this device keeps it. Times are milliseconds since the epoch. */
export interface PastConnection {
  readonly id: string;
  readonly profileId: ProfileId;
  readonly startedAt: number;
  /** When something was last written to it. */
  readonly writtenAt: number;
  /** `null` when the page that had it went before the connection did. */
  readonly end: { readonly at: number; readonly text: string } | null;
  /** How many connections there were: one that is opened anew goes on in the same log. */
  readonly connections: number;
  readonly bytes: number;
  /** The name of the file that it was imported from; `null` for a connection of this page. */
  readonly importedFrom: string | null;
}
