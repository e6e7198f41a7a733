import { FILTER_HELP } from '#domain/transcript/filter/filterHelp.ts';
import { PopoverClose } from '#ui/PopoverClose.tsx';

export interface FilterHelpListProps {
  readonly onChoose: (expression: string) => void;
}

/** What the search understands; an example that is clicked is searched for. */
export function FilterHelpList({ onChoose }: FilterHelpListProps) {
  return (
    <div className="flex flex-col gap-2.5">
      {FILTER_HELP.map(({ title, examples }) => (
        <section key={title} aria-label={title}>
          <h3 className="mb-0.5 font-medium text-ink">{title}</h3>
          <ul>
            {examples.map(({ expression, meaning }) => (
              <li key={expression}>
                <PopoverClose>
                  <button
                    type="button"
                    onClick={() => onChoose(expression)}
                    className="flex w-full flex-wrap items-baseline gap-x-2 rounded px-1.5 py-0.5 text-left hover:bg-hover"
                  >
                    <code className="shrink-0 font-mono text-accent">{expression}</code>
                    <span className="text-ink-soft">{meaning}</span>
                  </button>
                </PopoverClose>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="border-t border-line pt-2 text-ink-soft">
        Enter goes to the next match, Shift+Enter to the one before. A selected message stays in place when
        the search is changed or cleared.
      </p>
    </div>
  );
}
