import { Ticket } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Profile } from '#domain/profile/profile.ts';
import { Button } from '#ui/Button.tsx';
import { onDemand } from '#ui/onDemand.ts';

const TokenDialog = onDemand(async () => (await import('./TokenDialog.tsx')).TokenDialog);

/** For those who have a key, a connection string or a client secret where a token is wanted. */
export function GetToken({ profile }: { readonly profile: Profile }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        aria-haspopup="dialog"
        title="From a connection string, AWS keys or an OAuth client"
        onClick={() => setOpen(true)}
      >
        <Ticket aria-hidden className="size-3.5" />
        Get a token
      </Button>
      {isOpen && (
        <Suspense>
          <TokenDialog profile={profile} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
