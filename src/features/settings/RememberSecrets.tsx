import { useState } from 'react';
import { Button } from '#ui/Button.tsx';
import { Checkbox } from '#ui/Checkbox.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { Notice } from '#ui/Notice.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useSettings } from '../stores/useStores.ts';

/** Whether the values of secrets are kept on this device. To stop deletes what is kept, so it is asked first. */
export function RememberSecrets() {
  const { notices } = useStores();
  const isRemembering = useSettings((state) => state.remembersSecrets);
  const { setRemembersSecrets } = useSettings((state) => state.actions);
  const [isAsking, setAsking] = useState(false);

  const forget = () => {
    setAsking(false);
    setRemembersSecrets(false);
    notices
      .getState()
      .actions.show('The secrets on this device have been deleted. This page has them until it is closed.');
  };
  return (
    <>
      <Checkbox
        isChecked={isRemembering && !isAsking}
        onCheckedChange={(isChecked) => {
          setAsking(!isChecked);
          if (isChecked) setRemembersSecrets(true);
        }}
        label="Remember secrets on this device"
      />
      {isAsking ? (
        <Notice
          tone="warn"
          action={
            <span className="flex shrink-0 gap-1.5">
              <Button size="small" onClick={() => setAsking(false)}>
                Keep
              </Button>
              <Button size="small" variant="primary" ref={focusOnceHere} onClick={forget}>
                Delete them
              </Button>
            </span>
          }
        >
          The keys, tokens and passwords of all profiles and environments are deleted from this device now.
          Open pages have them until they are closed.
        </Notice>
      ) : (
        <p className="pl-5.5 text-xs text-ink-soft">
          {isRemembering
            ? 'They stand unencrypted in this browser’s storage: who can use your account on this machine can read them.'
            : 'They are lost when the page is closed or reloaded, and their fields are empty then.'}
        </p>
      )}
    </>
  );
}
