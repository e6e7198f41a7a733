import type { Profile } from '#domain/profile/profile.ts';
import type { TokenResult } from './tokenResult.ts';

/** What the dialog gives to the form of each kind of token. */
export interface TokenFormProps {
  /** The dialog's button submits the form of this id. */
  readonly formId: string;
  readonly profile: Profile;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onResult: (result: TokenResult) => void;
}
