import { DEFAULT_CONNECT_OPTIONS } from '#domain/connection/connectionRequest.ts';
import type { LocalGateway, LocalScenario } from '#domain/gateway/localGateway.ts';
import { newProfile } from '#domain/profile/newProfile.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { profileOfScenario } from '#domain/profile/profileOfScenario.ts';

export function exampleProfile(id: string, fields: Partial<Profile> = {}): Profile {
  return newProfile(id, 0, { name: id, ...fields });
}

export function exampleScenario(id: string, fields: Partial<LocalScenario> = {}): LocalScenario {
  return {
    id,
    title: id,
    expects: 'open',
    isSynthetic: false,
    note: '',
    request: {
      transport: 'companion',
      url: `ws://127.0.0.1:4111/${id}?subscription-key=secret-${id}`,
      headers: [],
      origin: null,
      subprotocols: [],
      maxFrameBytes: null,
      options: DEFAULT_CONNECT_OPTIONS,
    },
    secretNames: ['subscription-key'],
    firstMessage: null,
    ...fields,
  };
}

export function exampleGateway(scenarios: readonly LocalScenario[]): LocalGateway {
  return { gateway: 'apim', name: 'Azure API Management', baseUrl: 'ws://127.0.0.1:4111', scenarios };
}

export function byId(profiles: readonly Profile[]): Readonly<Record<string, Profile>> {
  return Object.fromEntries(profiles.map((profile) => [profile.id, profile]));
}

export function readyMadeOf(gateway: LocalGateway): Readonly<Record<string, Profile>> {
  return byId(gateway.scenarios.map((scenario) => profileOfScenario(gateway, scenario).profile));
}
