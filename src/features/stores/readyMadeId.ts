import type { LocalScenario } from '#domain/gateway/localGateway.ts';
import type { ProfileId } from '#domain/profile/profile.ts';

/** The id that `profileOfScenario` gives the ready-made profile of a scenario. */
export function readyMadeId(scenario: LocalScenario): ProfileId {
  return `local:${scenario.id}`;
}
