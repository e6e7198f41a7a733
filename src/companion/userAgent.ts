import { version } from '../../package.json';

/** Sent unless the person gives one of their own (RFC 9110 section 10.1.5). */
export const USER_AGENT = `Postern/${version}`;
