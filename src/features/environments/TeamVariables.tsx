import type { Environment, EnvironmentId } from '#domain/profile/environment.ts';
import { lackingEnvironments } from '#domain/profile/variables/mergeEnvironments.ts';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useStores } from '../stores/StoresContext.ts';
import { useProfiles } from '../stores/useStores.ts';

export interface TeamVariablesProps {
  /** With the environment that has got the first of them. */
  readonly onTaken: (id: EnvironmentId) => void;
}

/** Offers what the team's file says of variables that are not here. Nothing that is here changes. */
export function TeamVariables({ onTaken }: TeamVariablesProps) {
  const { profiles, notices } = useStores();
  const file = useProfiles((state) => state.teamFile);
  const environments = useProfiles((state) => state.environments);
  if (file === null) return null;
  const lacking = lackingEnvironments(Object.values(environments), file.environments);
  const [first] = lacking;
  if (first === undefined) return null;
  const take = () => {
    const undo = profiles.getState().actions.takeEnvironments(lacking);
    notices.getState().actions.show(`Added variables of ${file.name}.`, { label: 'Undo', run: undo });
    const taken = Object.values(profiles.getState().environments);
    // Under the id of the file, or in the one of that name that was here.
    onTaken((taken.find(({ id }) => id === first.id) ?? taken.find(isCalled(first.name)))?.id ?? first.id);
  };
  return (
    <Notice
      tone="info"
      action={
        <Button size="small" className="shrink-0 self-center" onClick={take}>
          Add them
        </Button>
      }
    >
      {file.name} names variables that are not here: {lacking.map(environmentText).join('; ')}.
    </Notice>
  );
}

function isCalled(name: string) {
  return (environment: Environment) => environment.name.toLowerCase() === name.toLowerCase();
}

function environmentText({ name, variables }: Environment): string {
  return `${name} (${variables.map((variable) => variable.name).join(', ')})`;
}
