export interface ProgressBarProps {
  /** The accessible name. */
  readonly label: string;
  /** From 0 to 1; `null` while nobody knows. */
  readonly fraction: number | null;
}

/** How much of something is done. */
export function ProgressBar({ label, fraction }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      value={fraction ?? undefined}
      className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
    />
  );
}
