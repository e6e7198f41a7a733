import type { Extension, ExtensionParameter } from './extension.ts';

export const PER_MESSAGE_DEFLATE = 'permessage-deflate';

/** The window sizes that LZ77 may be asked for, as powers of two (RFC 7692 section 7.1.2). */
const MIN_WINDOW_BITS = 8;
const MAX_WINDOW_BITS = 15;

/**
 * A sentence when the server's answer about permessage-deflate is not one that a client can accept, or `null`
 * (RFC 7692 section 7.1). `offered` holds every permessage-deflate that the client offered.
 */
export function checkPerMessageDeflate(offered: readonly Extension[], accepted: Extension): string | null {
  const seen = new Set<string>();
  for (const parameter of accepted.parameters) {
    if (seen.has(parameter.name)) return `${parameter.name} stands there twice.`;
    seen.add(parameter.name);
    const problem = checkParameter(parameter, offered);
    if (problem !== null) return problem;
  }
  return null;
}

function checkParameter({ name, value }: ExtensionParameter, offered: readonly Extension[]): string | null {
  switch (name) {
    case 'server_no_context_takeover':
    case 'client_no_context_takeover':
      return value === null ? null : `${name} takes no value.`;
    case 'server_max_window_bits':
      return checkWindowBits(name, value);
    case 'client_max_window_bits':
      // Section 7.1.2.2: a server may limit the client's window only where the client said that it can.
      return isOffered(offered, name)
        ? checkWindowBits(name, value)
        : `${name} was accepted and was not offered.`;
    default:
      return `${name} is no parameter of permessage-deflate.`;
  }
}

function checkWindowBits(name: string, value: string | null): string | null {
  const bits = value !== null && /^[1-9]\d?$/.test(value) ? Number(value) : Number.NaN;
  const isInRange = bits >= MIN_WINDOW_BITS && bits <= MAX_WINDOW_BITS;
  return isInRange ? null : `${name} must have a value from ${MIN_WINDOW_BITS} to ${MAX_WINDOW_BITS}.`;
}

function isOffered(offered: readonly Extension[], name: string): boolean {
  return offered.some(({ parameters }) => parameters.some((parameter) => parameter.name === name));
}
