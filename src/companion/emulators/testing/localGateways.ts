import type { LocalScenario } from '#wire/companionApi.ts';
import { type GatewaysOptions, type RunningGateways, startGateways } from '../startGateways.ts';

/** Noon, so that turning the clock by hours stays within the day of the tokens. */
export const TEST_NOW = Date.UTC(2026, 10, 22, 12);

export function startTestGateways(options: Partial<GatewaysOptions> = {}): Promise<RunningGateways> {
  return startGateways({ seed: 'a seed for tests', firstPort: 0, now: () => TEST_NOW, ...options });
}

export function scenarioOf({ gateways }: RunningGateways, id: string): LocalScenario {
  const scenario = gateways.flatMap(({ scenarios }) => scenarios).find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}.`);
  return scenario;
}
