import type { LocalGateway } from '#wire/companionApi.ts';
import { startApigee } from './apigee/startApigee.ts';
import { startApim } from './apim/startApim.ts';
import { startAws } from './aws/startAws.ts';
import { startFaultyBackends } from './backends/faultyBackends.ts';
import { startEchoServer, startUpperCaseServer } from './backends/webSocketBackend.ts';
import { type Clock, type Schedule, scheduleWithTimers } from './clock.ts';
import { describeGateway, type GatewayDescription } from './describeGateway.ts';
import { startIbm } from './ibm/startIbm.ts';
import { deriveSecretsFrom } from './secrets/deriveSecret.ts';
import { type Certificate, keepOrReplace } from './server/certificate.ts';
import { startWebPubSub } from './webpubsub/startWebPubSub.ts';

export interface GatewaysOptions {
  /** What all keys and tokens are made of: random, kept in the user's own folder. */
  readonly seed: string;
  /** The first of five ports in a row; 0 for any free ones. A port that is taken is replaced by a free one. */
  readonly firstPort: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Timers; a test may hand in its own. */
  readonly schedule?: Schedule;
  /** The one used last time, so that whoever trusts it need not do so again. It is replaced when it nears its end. */
  readonly certificate?: Certificate;
}

export interface RunningGateways {
  readonly gateways: readonly LocalGateway[];
  /** The certificate in use, to be kept for the next start. */
  readonly certificate: Certificate;
  /** For people who use the gateways with clients of their own. */
  describe(): GatewayDescription[];
  /** Cuts every connection and forgets what they left behind. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the five local gateways and the services behind them, all on loopback. */
export async function startGateways(options: GatewaysOptions): Promise<RunningGateways> {
  const { firstPort, now, schedule = scheduleWithTimers } = options;
  const clock: Clock = { now, schedule };
  const secrets = deriveSecretsFrom(options.seed);
  const certificate = keepOrReplace(options.certificate, now());
  const at = (index: number) => ({ port: firstPort === 0 ? 0 : firstPort + index, secrets, clock });

  const [echo, upperCase, faulty] = await Promise.all([
    startEchoServer(),
    startUpperCaseServer(),
    startFaultyBackends(),
  ]);
  // First, because API Management stands in front of it and hands out its tokens.
  const webPubSub = await startWebPubSub(at(1));
  const echoOrFaulty = { ...faulty, echoPort: echo.port };
  const [apim, apigee, aws, ibm] = await Promise.all([
    startApim({ ...at(0), webPubSub, backends: echoOrFaulty }),
    startApigee({ ...at(2), backends: echoOrFaulty }),
    startAws(at(3)),
    startIbm({ ...at(4), certificate, backends: { ...faulty, upperCasePort: upperCase.port } }),
  ]);

  const emulators = [apim, webPubSub, apigee, aws, ibm];
  const backends = [echo, upperCase, ...Object.values(faulty)];
  return {
    gateways: emulators.map(({ gateway }) => gateway),
    certificate,
    describe: () =>
      emulators.map((emulator) =>
        describeGateway(emulator, emulator === webPubSub ? webPubSub.connectionString : undefined),
      ),
    reset() {
      for (const emulator of emulators) emulator.reset();
      for (const backend of backends) backend.disconnectAll();
    },
    async close() {
      await Promise.all([...emulators, ...backends].map((server) => server.close()));
    },
  };
}
