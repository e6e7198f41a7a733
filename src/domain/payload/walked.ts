/** How much of a payload was read as a format before anything spoke against it. */
export type Walked = 'whole' | 'beginning' | null;

/** More values are not looked at, for each takes time: this many pass within some milliseconds. */
export const MAX_WALKED_VALUES = 20_000;
