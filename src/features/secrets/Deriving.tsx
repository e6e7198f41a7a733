import { Spinner } from '#ui/Spinner.tsx';
import { PROGRESS_AFTER_MS, useAfter } from '#ui/useAfter.ts';

/** Said while a key is made of a passphrase, once it takes a while. Render it for that time only. */
export function Deriving() {
  const isShown = useAfter(PROGRESS_AFTER_MS);
  return (
    <output className="flex min-h-4 items-center gap-1.5 text-2xs text-ink-soft">
      {isShown && (
        <>
          <Spinner />
          Making the key of the passphrase; it takes a second or two, on purpose
        </>
      )}
    </output>
  );
}
