import { Trash2 } from 'lucide-react';
import { Button } from '#ui/Button.tsx';
import { Menu } from '#ui/Menu.tsx';
import { useStores } from '../stores/StoresContext.ts';

/** It cannot be undone, so it takes a second click, in a menu that says so. */
export function ForgetLogs() {
  const { connections, notices, pastConnections } = useStores();
  const forget = async () => {
    const { sessions, actions } = connections.getState();
    for (const id of Object.keys(sessions)) actions.showOwn(id);
    const { show } = notices.getState().actions;
    try {
      await pastConnections.getState().actions.removeAll();
      show('Every log on this device has been deleted.');
    } catch {
      show('The browser did not let Postern delete every log. Clear the data of this site in its settings.');
    }
  };
  return (
    <div className="flex items-center justify-between gap-4">
      <p className="text-xs text-ink-soft">
        Deletes all past connections, and clears the logs that are open, in every tab.
      </p>
      <Menu
        trigger={
          <Button size="small" className="shrink-0">
            Forget all logs on this device
          </Button>
        }
        groups={[
          [
            {
              label: 'Delete all logs for good',
              icon: <Trash2 />,
              isDangerous: true,
              onSelect: () => void forget(),
            },
          ],
        ]}
      />
    </div>
  );
}
