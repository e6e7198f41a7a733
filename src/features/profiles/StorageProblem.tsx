import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { SAVE_PROFILES_FILE } from './saveProfilesFileOnDemand.ts';

/** What is wrong with the device's storage, and a way to keep what is only in memory. */
export function StorageProblem() {
  const stores = useStores();
  const problem = useProfiles((state) => state.problem);
  const hasProfiles = useProfiles(
    (state) => Object.keys(state.saved).length + Object.keys(state.drafts).length > 0,
  );
  if (problem === null) return null;
  const saveToFile = async () => {
    const { saved, drafts } = stores.profiles.getState();
    (await SAVE_PROFILES_FILE.load())(stores, Object.values({ ...saved, ...drafts }));
  };
  return (
    <div role="alert" className="px-2 pt-2">
      <Notice tone="warn">
        <p>{problem.message}</p>
        {hasProfiles && (
          <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
            {problem.code === 'storage-cleared' && (
              <Button size="small" onClick={stores.profiles.getState().actions.storeAgain}>
                Save them again
              </Button>
            )}
            <Button size="small" onClick={() => void saveToFile()}>
              Save to a file
            </Button>
            <span className="text-2xs text-ink-soft">Without the secrets.</span>
          </div>
        )}
      </Notice>
    </div>
  );
}
