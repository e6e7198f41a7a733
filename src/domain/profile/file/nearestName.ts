/** Letters of a name: shorter ones are like each other by chance. */
const MIN_LENGTH = 4;
/** Letters that are enough for the beginning of a longer name: `env`, `var`. */
const MIN_BEGINNING = 3;
/** Letters: nobody writes so long a name for one of ours. */
const MAX_LENGTH = 40;

/** The one of `names` that was probably meant; `null` for none. */
export function nearestName(name: string, names: readonly string[]): string | null {
  if (name.length > MAX_LENGTH) return null;
  const written = plain(name);
  return names.find((each) => isNear(written, plain(each))) ?? null;
}

/** `Is_Enabled` and `enabled` are one, and so are `header` and `headers`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_.-]/g, '')
    .replace(/^is(?=.)/, '')
    .replace(/s$/, '');
}

function isNear(name: string, known: string): boolean {
  if (name === known) return true;
  if (name.length >= MIN_BEGINNING && known.startsWith(name)) return true;
  return Math.min(name.length, known.length) >= MIN_LENGTH && isOneSlipAway(name, known);
}

/** One letter added, left out or changed, or two swapped. */
function isOneSlipAway(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
