import { formatBytes } from '#domain/format/formatBytes.ts';
import type { RetentionBudgets } from '#domain/transcript/retention.ts';
import { Select } from '#ui/Select.tsx';
import { useSettings } from '../stores/useStores.ts';

const MEGABYTE = 1_000_000;

interface BudgetRow {
  readonly name: keyof RetentionBudgets;
  readonly label: string;
  readonly help: string;
  /** What may be chosen, MB. */
  readonly choices: readonly number[];
}

const ROWS: readonly BudgetRow[] = [
  {
    name: 'memoryBytes',
    label: 'In memory, each connection',
    help: 'Past this, the oldest entries are read from disk when they are shown.',
    choices: [16, 32, 64, 128, 256, 512, 1_000, 2_000],
  },
  {
    name: 'diskBytes',
    label: 'On this device, each connection',
    help: 'Past this, the oldest entries go. What is kept is found again after a reload.',
    choices: [0, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000],
  },
  {
    name: 'allLogsBytes',
    label: 'On this device, all logs',
    help: 'Past this, the oldest past connections go.',
    choices: [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000],
  },
];

/** How much of the logs is kept, and where. */
export function LogBudgets() {
  const budgets = useSettings((state) => state.budgets);
  const { setBudgets } = useSettings((state) => state.actions);
  return (
    <div className="flex flex-col gap-2">
      {ROWS.map(({ name, label, help, choices }) => (
        <div key={name} className="flex items-center justify-between gap-4">
          <div>
            <span aria-hidden>{label}</span>
            <p id={`budget-${name}`} className="text-xs text-ink-soft">
              {help}
            </p>
          </div>
          <Select
            aria-label={label}
            aria-describedby={`budget-${name}`}
            className="shrink-0"
            value={String(budgets[name])}
            options={optionsOf(choices, budgets[name])}
            onValueChange={(value) => setBudgets({ ...budgets, [name]: Number(value) })}
          />
        </div>
      ))}
    </div>
  );
}

/** The choices, and whatever is set, should that be none of them. */
function optionsOf(choices: readonly number[], chosen: number) {
  const bytes = new Set([...choices.map((megabytes) => megabytes * MEGABYTE), chosen]);
  return [...bytes]
    .sort((one, other) => one - other)
    .map((value) => ({ value: String(value), label: value === 0 ? 'Nothing' : formatBytes(value) }));
}
