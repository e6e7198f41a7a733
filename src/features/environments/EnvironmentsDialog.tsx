import { Copy, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { SHARED_ENVIRONMENT_ID } from '#domain/profile/environment.ts';
import type { Environment, EnvironmentId } from '#domain/profile/environment.ts';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Menu } from '#ui/Menu.tsx';
import { Select } from '#ui/Select.tsx';
import { FieldTable } from '../connect/FieldTable.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';
import { duplicateEnvironment } from './duplicateEnvironment.ts';
import { editableEnvironments } from './environmentList.ts';
import { NameForm } from './NameForm.tsx';
import { removeEnvironment } from './removeEnvironment.ts';
import { TeamVariables } from './TeamVariables.tsx';
import { VariableHelp } from './VariableHelp.tsx';

export interface EnvironmentsDialogProps {
  readonly onClose: () => void;
}

type Naming = { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'rename' };

/** The environments, one at a time, with its variables. What is typed holds at once. */
export function EnvironmentsDialog({ onClose }: EnvironmentsDialogProps) {
  const stores = useStores();
  const environments = useProfiles((state) => state.environments);
  const chosen = useProfiles((state) => state.environmentId);
  const secrets = useProfiles((state) => state.secrets);
  const { addEnvironment, putEnvironment, chooseEnvironment, setSecret } = useProfiles(
    (state) => state.actions,
  );
  const [editedId, setEditedId] = useState<EnvironmentId>(chosen ?? SHARED_ENVIRONMENT_ID);
  const [naming, setNaming] = useState<Naming>({ kind: 'none' });
  const pickerId = useId();
  const all = editableEnvironments(environments);
  const [shared] = all;
  const edited = all.find(({ id }) => id === editedId) ?? shared;
  if (edited === undefined) return null;
  const isShared = edited.id === SHARED_ENVIRONMENT_ID;

  const stopNaming = () => setNaming({ kind: 'none' });
  const name = (text: string) => {
    if (naming.kind === 'new') setEditedId(addEnvironment(text));
    else putEnvironment({ ...edited, name: text });
    stopNaming();
  };
  const duplicate = () => setEditedId(duplicateEnvironment(stores.profiles, edited));
  const remove = () => {
    removeEnvironment(stores, edited);
    setEditedId(SHARED_ENVIRONMENT_ID);
  };

  return (
    <Dialog
      isOpen
      size="large"
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Environments and variables"
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <TeamVariables
          onTaken={(id) => {
            setEditedId(id);
            stopNaming();
          }}
        />
        <div className="flex flex-wrap items-center gap-2">
          <label htmlFor={pickerId} className="font-medium">
            Variables of
          </label>
          <Select
            id={pickerId}
            className="max-w-64 min-w-44"
            value={edited.id}
            options={all.map((one) => ({ value: one.id, label: one.name }))}
            onValueChange={(id) => {
              setEditedId(id);
              stopNaming();
            }}
          />
          {!isShared && (
            <Menu
              trigger={<IconButton label={`Actions for ${edited.name}`} icon={<Ellipsis />} />}
              groups={[
                [
                  { label: 'Rename', icon: <Pencil />, onSelect: () => setNaming({ kind: 'rename' }) },
                  { label: 'Duplicate', icon: <Copy />, onSelect: duplicate },
                ],
                [{ label: 'Delete', icon: <Trash2 />, isDangerous: true, onSelect: remove }],
              ]}
            />
          )}
          <span className="flex-1" />
          <Button onClick={() => setNaming({ kind: 'new' })}>
            <Plus aria-hidden className="size-4" />
            New environment
          </Button>
        </div>
        {naming.kind !== 'none' && (
          <NameForm
            key={`${naming.kind} ${edited.id}`}
            initial={naming.kind === 'rename' ? edited.name : ''}
            others={all.filter(({ id }) => naming.kind === 'new' || id !== edited.id)}
            onName={name}
            onCancel={stopNaming}
          />
        )}
        <div className="flex min-h-6 items-center gap-2 text-xs text-ink-soft">
          <p className="flex-1">{aboutText(edited, chosen, shared)}</p>
          {!isShared && (
            <Button size="small" onClick={() => chooseEnvironment(chosen === edited.id ? null : edited.id)}>
              {chosen === edited.id ? 'Stop using it' : 'Use it'}
            </Button>
          )}
        </div>
        <div className="rounded-md border border-line">
          <FieldTable
            key={edited.id}
            title="Variables"
            profileName={null}
            fields={edited.variables}
            secrets={secrets}
            problems={[]}
            warnings={[]}
            tokens={[]}
            credentials={[]}
            onFieldsChange={(change) => putEnvironment({ ...edited, variables: change(edited.variables) })}
            onSecretChange={setSecret}
          />
        </div>
        <VariableHelp />
      </div>
    </Dialog>
  );
}

function aboutText(
  edited: Environment,
  chosen: EnvironmentId | null,
  shared: Environment | undefined,
): string {
  if (edited.id === SHARED_ENVIRONMENT_ID) {
    return 'These hold in every environment, and without one. An environment with a variable of the same name goes before.';
  }
  const inUse = chosen === edited.id ? 'This environment is in use.' : 'This environment is not in use now.';
  const count = shared?.variables.length ?? 0;
  return count === 0 ? inUse : `${inUse} Those of all environments hold too, where it has none of that name.`;
}
