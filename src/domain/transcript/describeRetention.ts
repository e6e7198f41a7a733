import { assertNever } from '../assertNever.ts';
import { formatCount } from '../format/formatCount.ts';
import type { Keeping, RetentionSummary } from './retention.ts';

export interface RetentionDescription {
  /** Where the older entries are, one sentence each; empty while all are in memory. */
  readonly facts: readonly string[];
  /** Why a reload will not find the whole log again; `null` when it will, or the person wants it so. */
  readonly warning: { readonly title: string; readonly detail: string } | null;
}

/** What the log says of where its entries are. */
export function describeRetention({ keeping, onDisk, gone }: RetentionSummary): RetentionDescription {
  const facts: string[] = [];
  if (onDisk > 0) {
    facts.push(`${formatCount(onDisk)} older ${onDisk === 1 ? 'entry is' : 'entries are'} on disk`);
  }
  if (gone > 0) {
    facts.push(gone === 1 ? 'The oldest entry has gone' : `${formatCount(gone)} oldest entries have gone`);
  }
  return { facts, warning: warningOf(keeping) };
}

function warningOf(keeping: Keeping): RetentionDescription['warning'] {
  switch (keeping) {
    case 'kept':
    case 'off':
      return null;
    case 'trimmed':
      return {
        title: 'Device storage is full: old entries make room',
        detail:
          'This browser gives Postern no more room on this device. The oldest entries go so that new ones can be stored. Remove past connections, or free space on the disk.',
      };
    case 'full':
      return {
        title: 'Device storage is full: kept in memory only',
        detail:
          'This browser gives Postern no more room on this device. New entries are kept in memory only: a reload will not find them. Remove past connections, or free space on the disk.',
      };
    case 'refused':
      return {
        title: 'Kept in memory only',
        detail:
          'This browser does not let Postern store logs on this device, so a reload will not find this one. Export what you need.',
      };
    default:
      return assertNever(keeping);
  }
}
