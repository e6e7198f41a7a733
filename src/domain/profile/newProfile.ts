import { DEFAULT_CONNECT_OPTIONS } from '../connection/connectionRequest.ts';
import type { Profile, ProfileId, ProfileOptions } from './profile.ts';

export const DEFAULT_PROFILE_OPTIONS: ProfileOptions = {
  offersCompression: DEFAULT_CONNECT_OPTIONS.offersCompression,
  limits: DEFAULT_CONNECT_OPTIONS.limits,
  tls: {
    ...DEFAULT_CONNECT_OPTIONS.tls,
    clientKeyPem: { kind: 'text', text: '' },
    clientKeyPassphrase: { kind: 'text', text: '' },
  },
  proxy: { kind: 'environment' },
};

export function newProfile(id: ProfileId, now: number, fields: Partial<Profile> = {}): Profile {
  return {
    name: 'New profile',
    description: '',
    folder: '',
    gateway: 'auto',
    url: '',
    parameters: [],
    headers: [],
    subprotocols: [],
    transport: 'companion',
    origin: '',
    options: DEFAULT_PROFILE_OPTIONS,
    keepAlive: { kind: 'off' },
    reconnect: { kind: 'off' },
    messages: [],
    createdAt: now,
    updatedAt: now,
    ...fields,
    id,
  };
}
