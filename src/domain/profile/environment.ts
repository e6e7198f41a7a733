import type { Field } from './profile.ts';

/**
 * Values for the `{{variables}}` of profiles and messages, as they are in development, staging, production … A variable is a
 * row like a parameter: it can be switched off, and its value can be a secret, which is then only named here.
 */
export interface Environment {
  readonly id: EnvironmentId;
  readonly name: string;
  readonly variables: readonly Field[];
}

export type EnvironmentId = string;

/** The environment whose variables hold whichever is chosen, unless that one has another value for them. */
export const SHARED_ENVIRONMENT_ID: EnvironmentId = 'shared';

export const SHARED_ENVIRONMENT: Environment = {
  id: SHARED_ENVIRONMENT_ID,
  name: 'All environments',
  variables: [],
};
