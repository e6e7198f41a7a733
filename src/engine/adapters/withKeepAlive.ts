import type { ConnectionEvent } from '#domain/connection/connectionEvent.ts';
import type { KeepAlive } from '#domain/profile/profile.ts';
import type { ConnectionAdapter, OpenAdapter } from './connectionAdapter.ts';
import { NOT_OPEN } from './rejections.ts';

/**
 * Sends something at equal intervals from when the connection opens until it begins to close, whatever else goes to and
 * fro. In a worker, whose timers run on time in a tab that nobody looks at, where those of a page may not.
 */
export function withKeepAlive(open: OpenAdapter, keepAlive: KeepAlive): OpenAdapter {
  if (keepAlive.kind === 'off') return open;
  return (request, sink) => {
    // No page can send a ping: the option says so where it is set.
    if (keepAlive.kind === 'ping' && request.transport === 'browser') return open(request, sink);
    let timer: ReturnType<typeof setInterval> | undefined;
    let isSending = false;
    let isLastSentByItself = false;

    const stop = (): void => clearInterval(timer);
    const sendOnce = (): void => {
      isSending = true;
      isLastSentByItself = true;
      if (keepAlive.kind === 'ping') adapter.ping(new Uint8Array());
      else adapter.send({ kind: 'text', text: keepAlive.text });
      isSending = false;
    };

    const adapter: ConnectionAdapter = open(request, {
      ...sink,
      onEvent(event) {
        stop();
        if (isOpening(event)) timer = setInterval(sendOnce, keepAlive.everyMs);
        sink.onEvent(event);
      },
      onRejected(code, message) {
        // Nobody has asked for it just now; where too much waits to be sent, that keeps the connection alive too.
        // What the companion refuses later crossed with the end of the connection.
        const isOwn = isSending || (isLastSentByItself && code === NOT_OPEN[0]);
        if (!isOwn) sink.onRejected(code, message);
      },
    });
    return {
      ...adapter,
      send(message) {
        isLastSentByItself = false;
        adapter.send(message);
      },
      ping(payload) {
        isLastSentByItself = false;
        adapter.ping(payload);
      },
      abandon() {
        stop();
        adapter.abandon();
      },
    };
  };
}

function isOpening(event: ConnectionEvent): boolean {
  return event.type === 'handshake' && event.event.type === 'ended' && event.event.outcome.kind === 'open';
}
