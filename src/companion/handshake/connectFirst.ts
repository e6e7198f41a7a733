import type { ResolvedAddress } from '#domain/handshake/handshakeRecord.ts';
import { connect, type Socket } from 'node:net';
import { systemCodeOf, type AttemptFailureCode } from './failure.ts';
import { NEXT_ADDRESS_MS } from './limits.ts';

/**
 * Connects to the first address that accepts. The next one is tried when the one before has failed, or has been silent
 * for `NEXT_ADDRESS_MS`, and they go on side by side (RFC 8305 section 5, "Happy Eyeballs"). Rejects with the most
 * telling error when none is left. `keep` takes charge of every socket opened.
 */
export function connectFirst(
  addresses: readonly ResolvedAddress[],
  port: number,
  keep: (socket: Socket) => void,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const waiting = [...addresses];
    const trying = new Set<Socket>();
    const errors: Error[] = [];
    let timer: NodeJS.Timeout | undefined;

    const tryNext = (): void => {
      clearTimeout(timer);
      const next = waiting.shift();
      if (next === undefined) return;
      const socket = connect({ host: next.address, port, noDelay: true, autoSelectFamily: false });
      keep(socket);
      trying.add(socket);
      socket.once('connect', () => succeed(socket));
      socket.once('error', (error) => fail(socket, error));
      if (waiting.length > 0) timer = setTimeout(tryNext, NEXT_ADDRESS_MS);
    };

    const succeed = (winner: Socket): void => {
      clearTimeout(timer);
      trying.delete(winner);
      for (const loser of trying) loser.destroy();
      resolve(winner);
    };

    const fail = (socket: Socket, error: Error): void => {
      trying.delete(socket);
      errors.push(error);
      if (waiting.length > 0) tryNext();
      else if (trying.size === 0) reject(mostTelling(errors));
    };

    tryNext();
  });
}

/** Most telling first: who refuses is there, who is unreachable may just be the wrong kind of address. */
const TELLING = ['tcp-refused', 'tcp-reset', 'tcp-timeout', 'tcp-unreachable'] as const;

function mostTelling(errors: readonly Error[]): Error {
  const rank = (error: Error): number => TELLING.findIndex((code) => code === tcpFailureCode(error));
  const [best] = errors.toSorted((left, right) => rank(left) - rank(right));
  return best ?? new Error('There was no address to try.');
}

export function tcpFailureCode(error: unknown): AttemptFailureCode {
  switch (systemCodeOf(error) ?? '') {
    case 'ECONNREFUSED':
      return 'tcp-refused';
    case 'ECONNRESET':
    case 'EPIPE':
      return 'tcp-reset';
    case 'ETIMEDOUT':
      return 'tcp-timeout';
    default:
      // ENETUNREACH, EHOSTUNREACH, EADDRNOTAVAIL, EACCES: the packet never left, or never arrived.
      return 'tcp-unreachable';
  }
}
