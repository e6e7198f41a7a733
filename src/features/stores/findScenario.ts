import type { LocalGateway, LocalScenario } from '#domain/gateway/localGateway.ts';
import type { ProfileId } from '#domain/profile/profile.ts';
import { readyMadeId } from './readyMadeId.ts';

/** What the companion says of a ready-made profile; `null` for the person's own. */
export function findScenario(gateways: readonly LocalGateway[], id: ProfileId): LocalScenario | null {
  const scenarios = gateways.flatMap((gateway) => gateway.scenarios);
  return scenarios.find((scenario) => readyMadeId(scenario) === id) ?? null;
}
