import type { LocalGateway } from '#wire/companionApi.ts';
import type { Clock } from './clock.ts';
import type { SecretSource } from './secrets/deriveSecret.ts';

/** What every emulator is started with. */
export interface EmulatorOptions {
  readonly port: number;
  readonly secrets: SecretSource;
  readonly clock: Clock;
}

/** One emulator that is listening. */
export interface Emulator {
  readonly gateway: LocalGateway;
  /** Keys and tokens by name, for people who use the emulator with a client of their own. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Cuts every connection and forgets what they left behind. */
  reset(): void;
  close(): Promise<void>;
}
