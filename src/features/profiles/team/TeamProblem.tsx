import { Notice } from '#ui/Notice.tsx';
import { useProfiles } from '../../stores/useStores.ts';
import { FileProblems } from '../FileProblems.tsx';

/** Why the team's file cannot be read as it is now, place by place, and what that means meanwhile. */
export function TeamProblem() {
  const file = useProfiles((state) => state.teamFile);
  if (file === null || file.problems.length === 0) return null;
  return (
    <div role="alert" className="px-2 pt-2">
      <Notice tone="warn">
        <p>
          <span className="font-medium wrap-anywhere">{file.name}</span> cannot be read as it is now:
        </p>
        <FileProblems problems={file.problems} />
        <p>Its profiles are shown as they were, and nothing is saved there until it is whole again.</p>
      </Notice>
    </div>
  );
}
