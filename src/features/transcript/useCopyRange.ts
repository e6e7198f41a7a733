import type { ProfileId } from '#domain/profile/profile.ts';
import { useStores } from '../stores/StoresContext.ts';
import type { RowRange } from './useRowSelection.ts';

/** Copies the rows of a range as text, those out of sight too: the engine has them. */
export function useCopyRange(profileId: ProfileId): (range: RowRange) => void {
  const { connections, notices } = useStores();

  async function copy({ anchor, focus }: RowRange): Promise<void> {
    const { show } = notices.getState().actions;
    const offset = new Date().getTimezoneOffset();
    try {
      const first = Math.min(anchor, focus);
      const end = Math.max(anchor, focus) + 1;
      const text = await connections.getState().actions.readText(profileId, first, end, offset);
      await navigator.clipboard.writeText(text);
      show(end - first === 1 ? 'Copied 1 row.' : `Copied ${end - first} rows.`);
    } catch (error) {
      const isRefused = error instanceof DOMException;
      show(
        isRefused || !(error instanceof Error)
          ? 'The browser did not allow copying. Export the log instead.'
          : error.message,
      );
    }
  }

  return (range) => void copy(range);
}
