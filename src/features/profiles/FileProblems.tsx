import type { FileProblem } from '#domain/profile/file/parseProfilesFile.ts';

export interface FileProblemsProps {
  readonly problems: readonly FileProblem[];
}

/** More than these are counted: whoever puts the first right sees the next. */
const MAX_SHOWN = 5;

/** What is wrong with a file, place by place. */
export function FileProblems({ problems }: FileProblemsProps) {
  const rest = problems.length - MAX_SHOWN;
  return (
    <ul className="my-1 flex flex-col gap-0.5">
      {problems.slice(0, MAX_SHOWN).map((problem) => (
        <Line key={`${problem.path} ${problem.message}`} problem={problem} />
      ))}
      {rest > 0 && <li>and {rest} more.</li>}
    </ul>
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
