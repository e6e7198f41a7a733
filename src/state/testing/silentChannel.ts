import type { ChangeChannel } from '../changeChannel.ts';

/** Of a tab that is alone. */
export const SILENT_CHANNEL: ChangeChannel = { tell: () => {}, listen: () => {}, close: () => {} };
