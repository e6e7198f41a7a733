import { createPayloadMasker } from '../transcript/transfer/maskPayload.ts';

/** Takes secret values out of what is shown, whatever encoding they stand in there. */
export interface SecretMasker {
  readonly text: (text: string) => string;
  /** `null` where there is none. */
  readonly bytes: (bytes: Uint8Array) => Uint8Array | null;
}

export function createSecretMasker(values: readonly string[]): SecretMasker {
  const bytes = createPayloadMasker(values);
  return {
    bytes,
    text(text) {
      const masked = bytes(new TextEncoder().encode(text));
      return masked === null ? text : new TextDecoder().decode(masked);
    },
  };
}
