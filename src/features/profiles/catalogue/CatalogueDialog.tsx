import type { CatalogueAddress } from '#domain/profile/catalogue/catalogueAddress.ts';
import { maskUrl } from '#domain/profile/maskUrl.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';

export interface CatalogueDialogProps {
  readonly address: CatalogueAddress;
  readonly onAgree: () => void;
  readonly onDecline: () => void;
}

/** Asks before another site is asked for anything: any page can have sent the person here. */
export function CatalogueDialog({ address, onAgree, onDecline }: CatalogueDialogProps) {
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onDecline()}
      title={`Show the profiles of ${address.site}?`}
      footer={
        <>
          <Button onClick={onDecline}>Not now</Button>
          <Button variant="primary" onClick={onAgree}>
            Fetch and show
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2.5">
        <p>The address with which this page was opened names a file of profiles on another site:</p>
        <p className="rounded-md bg-sunken px-2 py-1.5 font-mono text-xs break-all">{maskUrl(address.url)}</p>
        <p>
          Nothing has been fetched yet. If you agree, the companion asks {address.site} for the file, without
          cookies or credentials, and asks again when you come back here.
        </p>
        <p className="text-xs text-ink-soft">
          Its profiles are shown in a group of their own and are not saved. Nothing connects until you say so;
          look where a profile leads before you give it a key. You can have this agreement forgotten in the
          menu of the group.
        </p>
      </div>
    </Dialog>
  );
}
