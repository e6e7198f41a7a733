import { Button } from '#ui/Button.tsx';

/** When the frame of the page itself breaks: a sentence and a way on. Profiles and drafts are on the device already. */
export function BrokenPage({ error }: { readonly error: Error }) {
  return (
    <main className="flex h-full flex-col items-center justify-center gap-3 p-6 text-center">
      <h1 className="text-base font-semibold">Postern met an error of its own.</h1>
      <p className="max-w-md text-ink-soft">
        Your profiles and what you typed are saved on this device. The page says: “{error.message}”.
      </p>
      <Button variant="primary" onClick={() => location.reload()}>
        Reload the page
      </Button>
    </main>
  );
}
