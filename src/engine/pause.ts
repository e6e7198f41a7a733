/**
 * Lets everything that waits have its turn, and comes back at once after it. A timer of 0 ms would do as well, but
 * browsers stretch repeated ones to 4 ms.
 */
export function createPause(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}
