/** A backend that is down: port 1 (tcpmux, RFC 1078) is below 1024 and long out of use, so that a dial is refused at once. */
export const UNREACHABLE_PORT = 1;
