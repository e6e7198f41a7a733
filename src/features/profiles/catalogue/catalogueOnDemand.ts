import { definePart } from '#ui/onDemand.ts';

/** What is done with a catalogue as a whole: no part of the first load. */
export const CATALOGUE_ACTIONS = definePart(() => import('./catalogueActions.ts'));
