import { describeAdapter } from '../testing/adapterContract.ts';
import { startCompanionServer } from '../testing/companionServer.ts';
import { NODE_SURROUNDINGS } from '../testing/nodeSurroundings.ts';
import { createCompanionRelayOpener } from './companionRelay.ts';

describeAdapter('companion', async () => {
  const companion = await startCompanionServer();
  const { relayUrl } = companion;
  return {
    open: createCompanionRelayOpener({ ...NODE_SURROUNDINGS, relayUrl }),
    close: companion.close,
  };
});
