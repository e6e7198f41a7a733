/** A message that `/echo` answers has this word; in the answer the other stands in its place. */
export const ECHO_ASK = 'bench-ask';
export const ECHO_GOT = 'bench-got';
