import { assertNever } from '#domain/assertNever.ts';
import type { LogPlace } from '#domain/transcript/parsePlace.ts';
import type { FilteredView } from './filteredView.ts';
import type { TranscriptStore } from './transcriptStore.ts';

/** The position of a place in what the view shows; `null` when it shows nothing. */
export function findPlace(store: TranscriptStore, view: FilteredView, place: LogPlace): number | null {
  if (view.count === 0) return null;
  const last = view.end - 1;
  switch (place.kind) {
    case 'first':
      return view.first;
    case 'last':
      return last;
    case 'fraction':
      return view.first + Math.round(place.fraction * (view.count - 1));
    case 'sequence':
      return Math.min(last, view.positionOf(place.sequence - store.sequenceAt(0)));
    case 'entry':
      return positionOfEntry(view, place.sequence - store.sequenceAt(0));
    case 'hit': {
      const from = place.from === null ? null : place.from - store.sequenceAt(0);
      const index = view.findHit(from, place.towards);
      return index === null ? null : view.positionOf(index);
    }
    case 'time':
      return Math.min(last, view.positionOf(indexOfTime(store, place.time)));
    default:
      return assertNever(place);
  }
}

function positionOfEntry(view: FilteredView, index: number): number | null {
  const position = view.positionOf(index);
  return position < view.end && view.indexAt(position) === index ? position : null;
}

/** The first entry at or after a time: entries come in the order of their times, so few are looked at. */
function indexOfTime(store: TranscriptStore, time: number): number {
  let low = store.first;
  let high = store.end;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (store.timeAt(middle) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
