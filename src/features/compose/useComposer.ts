import { useState } from 'react';
import type { GatewayId } from '#domain/gateway/gatewayId.ts';
import { GATEWAYS } from '#domain/gateway/gateways.ts';
import { noteMessage } from '#domain/gateway/noteMessage.ts';
import type { Sending } from '#domain/gateway/noteMessage.ts';
import type { MessageNote } from '#domain/gateway/messageNote.ts';
import type { Transport } from '#domain/handshake/handshakeRecord.ts';
import { isActive } from '#domain/connection/reduceConnection.ts';
import { savedNamesOf } from '#domain/profile/savedMessages.ts';
import type { ProfileId, TypedMessage } from '#domain/profile/profile.ts';
import type { MessageReading } from '#domain/profile/readMessage.ts';
import { selectComposer, typedMessage } from '#state/draftMessagesStore.ts';
import type { BinaryEncoding, Composer, ComposerMode } from '#state/draftMessagesStore.ts';
import { selectProfile } from '#state/profilesStore.ts';
import { liveLookup, useGateway, useLookup } from '../stores/filling.ts';
import { useStores } from '../stores/StoresContext.ts';
import { effectiveTransport, useCompanion } from '../stores/useCompanion.ts';
import { useConnections, useDraftMessages, useProfiles, useSession } from '../stores/useStores.ts';
import { readDraft } from '../stores/draftReading.ts';
import { offerUndo, putMessage, restoreTyped } from '../stores/putMessage.ts';
import { readChosenFile } from './readChosenFile.ts';

export interface ComposerControls {
  readonly draft: Composer;
  readonly reading: MessageReading;
  /** What becomes of the message at the gateway, where that needs to be said. */
  readonly gatewayNotes: readonly MessageNote[];
  readonly isOpen: boolean;
  readonly setText: (text: string) => void;
  readonly setMode: (mode: ComposerMode) => void;
  readonly setBinaryEncoding: (encoding: BinaryEncoding) => void;
  readonly chooseFile: (file: File) => void;
  readonly dropFile: () => void;
  /** Puts other text in place of what is typed, with a way back. */
  readonly replace: (message: TypedMessage) => void;
  readonly recall: (index: number) => void;
  /** One message further back (1) or forward (-1) in what was sent before. */
  readonly walkHistory: (step: 1 | -1) => void;
  readonly clearHistory: () => void;
  /** True when the message went out. */
  readonly send: () => boolean;
}

/** Walking the history: how far back, and what was typed before the walk began. */
interface Walk {
  readonly index: number;
  readonly typed: Composer;
}

/** What the composer of a profile holds and does. */
export function useComposer(profileId: ProfileId): ComposerControls {
  const stores = useStores();
  const draft = useDraftMessages((state) => selectComposer(state, profileId));
  const drafts = useDraftMessages((state) => state.actions);
  const connections = useConnections((state) => state.actions);
  const isOpen = useSession(profileId, (session) => session.connection.phase.kind === 'open') ?? false;
  const [walk, setWalk] = useState<Walk | null>(null);
  const gateway = useGateway(profileId);
  const reading = readDraft(draft, useLookup());
  const gatewayNotes = gatewayNotesOf(gateway, reading, useSending(profileId, gateway));

  return {
    draft,
    reading,
    gatewayNotes,
    isOpen,
    setText(text) {
      setWalk(null);
      drafts.setText(profileId, text);
    },
    setMode: (mode) => drafts.setMode(profileId, mode),
    setBinaryEncoding: (encoding) => drafts.setBinaryEncoding(profileId, encoding),

    chooseFile(file) {
      void readChosenFile(file).then((chosen) => {
        if (typeof chosen === 'string') return stores.notices.getState().actions.show(chosen);
        drafts.setMode(profileId, 'binary');
        drafts.setBinaryEncoding(profileId, 'file');
        return drafts.setFile(profileId, chosen);
      });
    },
    dropFile: () => drafts.setFile(profileId, null),

    replace(message) {
      setWalk(null);
      putMessage(stores, profileId, message);
    },

    recall(index) {
      setWalk(null);
      drafts.recall(profileId, index);
      offerUndo(stores, profileId, draft);
    },

    walkHistory(step) {
      // Another message may have been put in from elsewhere: then the walk is over.
      const walked = walk !== null && draft.text === draft.history[walk.index]?.text ? walk : null;
      const index = (walked?.index ?? -1) + step;
      if (index >= draft.history.length) return;
      if (index >= 0) {
        setWalk({ index, typed: walked?.typed ?? draft });
        drafts.recall(profileId, index);
      } else if (walked !== null) {
        setWalk(null);
        restoreTyped(stores, profileId, walked.typed);
      }
    },

    clearHistory: () => drafts.clearHistory(profileId),

    send() {
      const sent = readDraft(draft, liveLookup(stores.profiles.getState()));
      if (!isOpen || sent.kind !== 'sendable') return false;
      const profile = selectProfile(stores.profiles.getState(), profileId);
      connections.send(profileId, sent.message, savedNamesOf(profile?.messages ?? [], typedMessage(draft)));
      drafts.push(profileId);
      setWalk(null);
      return true;
    },
  };
}

/** How a message goes: as the open connection was made, else as the next one would be. */
function useSending(profileId: ProfileId, gateway: GatewayId): Sending {
  const chosen: Transport = useProfiles((state) => selectProfile(state, profileId)?.transport ?? 'companion');
  const transport = effectiveTransport(chosen, useCompanion());
  const ofConnection = useSession(profileId, ({ connection, request }) =>
    isActive(connection.phase) ? request : null,
  );
  return ofConnection ?? { transport, maxFrameBytes: GATEWAYS[gateway].limits.frameBytes?.value ?? null };
}

function gatewayNotesOf(
  gateway: GatewayId,
  reading: MessageReading,
  sending: Sending,
): readonly MessageNote[] {
  if (reading.kind !== 'sendable') return [];
  const { message, byteLength } = reading;
  const text = message.kind === 'text' ? message.text : '';
  return noteMessage(gateway, { kind: message.kind, text, byteLength }, sending);
}
