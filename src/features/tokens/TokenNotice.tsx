import type { Profile } from '#domain/profile/profile.ts';
import type { TokenFetch } from '#state/tokensStore.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { parseUrl } from '#domain/format/parseUrl.ts';

export interface TokenNoticeProps {
  readonly profile: Profile;
  readonly fetch: TokenFetch;
}

/** What the fetching of a token before an attempt is doing, or why it has failed. */
export function TokenNotice({ profile, fetch }: TokenNoticeProps) {
  const { stop, dismiss } = useStores().tokens.getState().actions;
  if (fetch.kind === 'fetching') {
    return (
      <Notice
        tone="info"
        action={
          <Button size="small" onClick={() => stop(profile.id)}>
            Stop
          </Button>
        }
      >
        The token has expired. Fetching a new one from {hostOf(profile.tokenSource?.url ?? '')}…
      </Notice>
    );
  }
  return (
    <div role="alert">
      <Notice
        tone="bad"
        action={
          <Button size="small" onClick={() => dismiss(profile.id)}>
            Dismiss
          </Button>
        }
      >
        Nothing was dialled, because no new token came. {fetch.problem.message} Its settings are under “Get a
        token”.
      </Notice>
    </div>
  );
}

function hostOf(url: string): string {
  return parseUrl(url)?.host ?? 'the token endpoint';
}
