import { Suspense, useState } from 'react';
import { descriptionLine } from '#domain/profile/description.ts';
import type { Profile } from '#domain/profile/profile.ts';
import { DescriptionDialog } from './DescriptionDialogOnDemand.ts';

/** What the profile is for, under its name; nothing while nobody has said so. */
export function DescriptionLine({ profile }: { readonly profile: Profile }) {
  const [isOpen, setOpen] = useState(false);
  const { description } = profile;
  return (
    <>
      {description !== '' && (
        <button
          type="button"
          title={description}
          onClick={() => setOpen(true)}
          onPointerEnter={DescriptionDialog.prefetch}
          className="mx-1.5 mb-1 block max-w-[calc(100%-0.75rem)] truncate rounded px-1.5 text-left text-xs text-ink-soft hover:bg-hover hover:text-ink"
        >
          <span className="sr-only">Description: </span>
          {descriptionLine(description)}
        </button>
      )}
      {isOpen && (
        <Suspense>
          <DescriptionDialog profile={profile} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
