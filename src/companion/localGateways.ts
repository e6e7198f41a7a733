import type { LocalGateway } from '#domain/gateway/localGateway.ts';

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
  /** Keeps what is slow to make, such as a certificate. */
  readonly folder: string;
}

/** Where none were asked for. */
export const NO_GATEWAYS: LocalGatewaySet = {
  gateways: [],
  describe: () => [],
  close: async () => undefined,
};

export async function startLocalGateways(options: LocalGatewayOptions): Promise<LocalGatewaySet> {
  void options;
  return NO_GATEWAYS;
}
