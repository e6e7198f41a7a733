/**
 * Nothing more is sent while so much waits in the socket, bytes: a browser keeps it all in memory, without a limit. A
 * single message may be larger.
 */
export const MAX_WAITING_BYTES = 16 * 1024 * 1024;

/** Whether the socket has room for another message. */
export function hasSendingRoom(socket: WebSocket | null): boolean {
  return socket === null || socket.bufferedAmount < MAX_WAITING_BYTES;
}
