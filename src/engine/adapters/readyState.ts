/** WHATWG WebSockets, `readyState`; as a number, because the class that has it is injected. */
export const READY_STATE_OPEN = 1;
