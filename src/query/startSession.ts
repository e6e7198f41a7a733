import { API_PATHS } from '#wire/companionApi.ts';
import type { SessionRequest } from '#wire/companionApi.ts';
import { callCompanion } from './callCompanion.ts';

/** Exchanges the companion's token for the session cookie (design.md section 5). Rejects with `ApiError`. */
export async function startSession(token: string): Promise<void> {
  const body: SessionRequest = { token };
  await callCompanion({ path: API_PATHS.session, body, parse: () => ({ ok: true, value: null }) });
}
