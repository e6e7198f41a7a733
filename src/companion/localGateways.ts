import type { LocalGateway } from '#domain/gateway/localGateway.ts';
import { startGateways } from './emulators/startGateways.ts';
import { keepCertificate, readCertificate } from './keptCertificate.ts';

/** The emulators that run beside the companion. */
export interface LocalGatewaySet {
  readonly gateways: readonly LocalGateway[];
  /** Everything a person needs to use them from a client of their own; JSON. */
  readonly describe: () => unknown;
  readonly close: () => Promise<void>;
}

export interface LocalGatewayOptions {
  /** Their keys and tokens are made of it: the same as long as it is the same. */
  readonly seed: string;
  /** 0 for any free ports. */
  readonly firstPort: number;
  /** Keeps their certificate over restarts. */
  readonly folder: string;
}

/** Where none were asked for. */
export const NO_GATEWAYS: LocalGatewaySet = {
  gateways: [],
  describe: () => [],
  close: async () => undefined,
};

export async function startLocalGateways({
  seed,
  firstPort,
  folder,
}: LocalGatewayOptions): Promise<LocalGatewaySet> {
  const kept = await readCertificate(folder);
  const running = await startGateways({
    seed,
    firstPort,
    now: Date.now,
    ...(kept === null ? {} : { certificate: kept }),
  });
  if (running.certificate !== kept) await keepCertificate(folder, running.certificate);
  return running;
}
