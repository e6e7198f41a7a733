import * as v from 'valibot';
import { RECORD_COLLECTIONS } from './profileStorage.ts';
import type { RecordRef } from './profileStorage.ts';

/** How tabs tell one another which records they have written. */
export interface ChangeChannel {
  readonly tell: (refs: readonly RecordRef[]) => void;
  readonly listen: (onChanged: (refs: readonly RecordRef[]) => void) => void;
  readonly close: () => void;
}

const CHANNEL_NAME = 'postern.profiles';

/** Of the page's origin: but another version of the page may be open in the other tab. */
const ChangeSchema = v.array(v.object({ collection: v.picklist(RECORD_COLLECTIONS), key: v.string() }));

export function createChangeChannel(name: string = CHANNEL_NAME): ChangeChannel {
  const channel = new BroadcastChannel(name);
  return {
    tell: (refs) => channel.postMessage(refs),
    listen(onChanged) {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const parsed = v.safeParse(ChangeSchema, data);
        if (parsed.success) onChanged(parsed.output);
      });
    },
    close: () => channel.close(),
  };
}
