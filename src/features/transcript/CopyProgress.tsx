import { formatBytes } from '#domain/format/formatBytes.ts';
import { Progress } from '#ui/Progress.tsx';
import { COPY_FORM_NAMES } from './useCopyPayload.ts';
import type { Copying } from './useCopyPayload.ts';

export interface CopyProgressProps {
  /** `null` while nothing is copied. */
  readonly copying: Copying | null;
  readonly byteLength: number;
}

export function CopyProgress({ copying, byteLength }: CopyProgressProps) {
  if (copying === null) return null;
  const label = `Copying ${formatBytes(byteLength)} as ${COPY_FORM_NAMES[copying.form]}`;
  return <Progress key={label} label={label} done={0} onCancel={copying.cancel} />;
}
