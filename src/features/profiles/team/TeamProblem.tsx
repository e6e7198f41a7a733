import type { FileProblem } from '#domain/profile/file/parseProfilesFile.ts';
import { Notice } from '#ui/Notice.tsx';
import { useProfiles } from '../../stores/useStores.ts';

/** More than these are counted: whoever puts the first right sees the next. */
const MAX_SHOWN = 5;

/** Why the team's file cannot be read as it is now, place by place, and what that means meanwhile. */
export function TeamProblem() {
  const file = useProfiles((state) => state.teamFile);
  if (file === null || file.problems.length === 0) return null;
  const rest = file.problems.length - MAX_SHOWN;
  return (
    <div role="alert" className="px-2 pt-2">
      <Notice tone="warn">
        <p>
          <span className="font-medium wrap-anywhere">{file.name}</span> cannot be read as it is now:
        </p>
        <ul className="my-1 flex flex-col gap-0.5">
          {file.problems.slice(0, MAX_SHOWN).map((problem) => (
            <Line key={`${problem.path} ${problem.message}`} problem={problem} />
          ))}
          {rest > 0 && <li>and {rest} more.</li>}
        </ul>
        <p>Its profiles are shown as they were, and nothing is saved there until it is whole again.</p>
      </Notice>
    </div>
  );
}

function Line({ problem: { path, message } }: { readonly problem: FileProblem }) {
  return (
    <li className="wrap-anywhere">
      {path !== '' && (
        <>
          <code className="font-mono">{path}</code>:{' '}
        </>
      )}
      {message}
    </li>
  );
}
