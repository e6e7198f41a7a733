import type { StoreApi } from 'zustand/vanilla';
import type { Connection } from '#domain/connection/connection.ts';
import type { ConnectionRequest } from '#domain/connection/connectionRequest.ts';
import type { ConnectTerms } from '#domain/connection/connectTerms.ts';
import type { PastConnection } from '#domain/connection/pastConnection.ts';
import type { OutgoingMessage } from '#domain/connection/outgoingMessage.ts';
import type { AwaitedSighting } from '#domain/expectation/awaitedMessage.ts';
import type { Expectation } from '#domain/expectation/expectation.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import type {
  ExportOrder,
  ExportedLog,
  FileInspection,
  ImportOrder,
  ImportedLog,
  TransferWork,
} from '#engine/engineClient.ts';
import type { EntryRoundTrips, Measures } from '#domain/transcript/measures.ts';
import type { LogPlace } from '#domain/transcript/parsePlace.ts';
import type { RetentionBudgets } from '#domain/transcript/retention.ts';
import type {
  TranscriptEntry,
  TranscriptFilter,
  TranscriptSummary,
  TranscriptWindow,
} from '#domain/transcript/entry.ts';

export type { ExportedLog, FileInspection, ImportedLog, TransferProgress } from '#engine/engineClient.ts';

/**
 * The live side of a profile: its connection and the part of a transcript that is on screen, of its own or of a past
 * connection.
 */
export interface Session {
  readonly connection: Connection;
  /** The latest request, secrets included; `null` before the first attempt. */
  readonly request: ConnectionRequest | null;
  /** Whether the person has asked for the end of the latest connection or attempt. */
  readonly isEndAsked: boolean;
  /** When a data message last went either way, ms since the epoch; `null` for never. To within the summary interval. */
  readonly lastTrafficAt: number | null;
  /** The past connection whose transcript is shown; `null` while the session's own is. */
  readonly past: PastConnection | null;
  /** Of the transcript that is shown, as are filter, window and selection. */
  readonly summary: TranscriptSummary;
  readonly filter: TranscriptFilter;
  /** The rows on screen and some around them, as last read. */
  readonly window: TranscriptWindow;
  /** True while the log keeps to its newest entry. */
  readonly isFollowing: boolean;
  readonly selected: SelectedEntry;
  /** Of the selected entry; `null` while they are not known. */
  readonly roundTrips: EntryRoundTrips | null;
  /** The latest, while they are watched; `null` before the first. */
  readonly measures: Measures | 'unavailable' | null;
  /** The row that the log is to show and select; another object each time, `null` until the first. */
  readonly reveal: Reveal | null;
  /** What the latest attempt is judged by: as the profile was when it began. */
  readonly expectations: readonly Expectation[];
  /** What was seen of the messages that the profile expects, by expectation: of the latest attempt. */
  readonly sightings: Readonly<Record<string, AwaitedSighting>>;
  /** What could not be sent last, said once; `null` after the next send. */
  readonly rejected: { readonly code: string; readonly message: string } | null;
}

export interface Reveal {
  /** Position within what the filter shows. */
  readonly position: number;
  /** `still` keeps the selected entry where it stood on screen; `near` brings the row there if it is out of sight. */
  readonly how: 'still' | 'near';
}

export type SelectedEntry =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly sequence: number }
  | { readonly kind: 'loaded'; readonly entry: TranscriptEntry }
  | { readonly kind: 'gone'; readonly sequence: number };

export interface ConnectionsState {
  readonly sessions: Readonly<Record<ProfileId, Session>>;
  readonly actions: ConnectionsActions;
}

/** A file on its way to be shown as a past connection, in a worker of its own. */
export interface LogImport {
  readonly inspect: (file: File, work: TransferWork) => Promise<FileInspection>;
  readonly read: (file: File, order: ImportOrder, work: TransferWork) => Promise<ImportedLog>;
  /** Shows what has been read in place of the session's own log. */
  readonly show: () => void;
  /** Nothing of it stays. */
  readonly discard: () => Promise<void>;
}

/** Every action creates the session of the profile when there is none. */
export interface ConnectionsActions {
  /** One that reconnects leaves the transcript as it is that the person looks at. */
  readonly connect: (id: ProfileId, request: ConnectionRequest, terms?: ConnectTerms) => void;
  readonly cancel: (id: ProfileId) => void;
  /** `code` null sends a Close frame without a code. */
  readonly disconnect: (id: ProfileId, code: number | null, reason: string) => void;
  readonly send: (id: ProfileId, message: OutgoingMessage, savedNames?: readonly string[]) => void;
  readonly ping: (id: ProfileId, payload: Uint8Array) => void;
  /**
   * An entry that is selected and still shown stays where it is on screen; otherwise the log follows its newest: what
   * matched before has another place now.
   */
  readonly setFilter: (id: ProfileId, filter: TranscriptFilter) => void;
  /** Somebody is about to search the transcript that is shown. */
  readonly prepareSearch: (id: ProfileId) => void;
  /** Goes to the match after or before the selected entry, and selects it. */
  readonly seekHit: (id: ProfileId, towards: 'next' | 'previous') => Promise<void>;
  /** The log shows positions `first` … `first + count - 1`: reads their rows, and again whenever they change. */
  readonly showRows: (id: ProfileId, first: number, count: number) => void;
  readonly setFollowing: (id: ProfileId, isFollowing: boolean) => void;
  readonly selectEntry: (id: ProfileId, sequence: number | null) => void;
  /** Selects an entry, and brings its row in sight where the filter shows it. */
  readonly goToEntry: (id: ProfileId, sequence: number) => Promise<void>;
  /** While watched, the measures of the transcript that is shown are kept up to date. */
  readonly watchMeasures: (id: ProfileId, isWatched: boolean) => void;
  readonly clear: (id: ProfileId) => void;
  /** Of the transcript that is shown. */
  readonly exportLog: (id: ProfileId, order: ExportOrder, work: TransferWork) => Promise<ExportedLog>;
  /** Begins to import a file. Whoever does it either shows what came of it or discards it. */
  readonly beginImport: (id: ProfileId) => LogImport;
  /** The position of a place in what the filter shows; `null` when that is nothing. */
  readonly findPlace: (id: ProfileId, place: LogPlace) => Promise<number | null>;
  /** The entries at positions `first` … `end - 1`, a line each. Rejects when that is more than a clipboard takes. */
  readonly readText: (
    id: ProfileId,
    first: number,
    end: number,
    timeZoneOffsetMinutes: number,
  ) => Promise<string>;
  /** Shows the transcript of a past connection in place of the session's own, which goes on unseen. */
  readonly showPast: (id: ProfileId, past: PastConnection) => Promise<void>;
  /** Shows the session's own transcript again. */
  readonly showOwn: (id: ProfileId) => void;
  /** Ends the connection and forgets the transcript. */
  readonly forget: (id: ProfileId) => void;
  /** How much every connection keeps, those that are made later included. */
  readonly setBudgets: (budgets: RetentionBudgets) => void;
}

export type ConnectionsStore = StoreApi<ConnectionsState>;
