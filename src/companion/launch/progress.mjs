// @ts-check

/**
 * Shows one line about something that takes a while: on a terminal the seconds count up in place, elsewhere the line is
 * printed once at the start and once at the end. On standard error: standard output may be somebody's JSON.
 *
 * @param {string} doing for example `Installing packages`
 * @param {{ isBesideOthers?: boolean }} [options] `isBesideOthers` when others print meanwhile: never in place
 * @returns {(done: string) => void} replaces the line: call it at the end
 */
export function showProgress(doing, { isBesideOthers = false } = {}) {
  const began = Date.now();
  const isTerminal = process.stderr.isTTY && !isBesideOthers;
  const show = () => process.stderr.write(`\r${doing} … ${seconds(Date.now() - began)} `);
  if (isTerminal) show();
  else console.error(`${doing} …`);
  const timer = isTerminal ? setInterval(show, 1_000) : undefined;

  return (done) => {
    clearInterval(timer);
    console.error(`${isTerminal ? '\r\u001B[K' : ''}${done} in ${seconds(Date.now() - began)}`);
  };
}

/** @param {number} ms */
export function seconds(ms) {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}
