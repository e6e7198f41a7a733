import type { StoreApi } from 'zustand/vanilla';
import type { Profile } from '#domain/profile/profile.ts';

/** Which secret variables may go where in profiles that others can change, and what the person is asked about that now. */
export interface SendConsentState {
  readonly asked: SendQuestion | null;
  readonly actions: {
    /** Those of `names` that the person has not let go this way yet. */
    readonly undecided: (names: readonly string[], way: string) => readonly string[];
    readonly ask: (question: SendQuestion) => void;
    /** Nothing is sent, and the next attempt asks again. */
    readonly close: () => void;
    /** Keeps that this is allowed on this device, and goes on with what had to wait. */
    readonly agree: () => void;
  };
}

export interface SendQuestion {
  readonly profile: Profile;
  readonly origin: 'team' | 'catalogue';
  /** Names of secret variables. */
  readonly names: readonly string[];
  /** Scheme, host and port. */
  readonly destination: string;
  /** As `wayOf` has it. */
  readonly way: string;
  /** Goes on with what had to wait. */
  readonly afterwards: () => void;
}

export type SendConsentStore = StoreApi<SendConsentState>;
