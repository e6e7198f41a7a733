import { loadToken } from '../guard/loadToken.ts';
import { startLocalGateways } from '../localGateways.ts';
import { ownConfigFolder } from '../openCompanion.ts';
import { closeWhenStopped } from './closeWhenStopped.ts';

/** `postern gateways`: the local gateways alone, described on standard output as JSON, until Ctrl-C. */
export async function printGateways(firstPort: number): Promise<void> {
  const folder = ownConfigFolder();
  const gateways = await startLocalGateways({ seed: await loadToken(folder), firstPort, folder });
  closeWhenStopped(gateways.close);
  console.log(JSON.stringify(gateways.describe(), null, 2));
}
