import { assertNever } from '../assertNever.ts';
import type { FixAction } from '../gateway/fixAction.ts';

/** What applying does, as the button says it: an imperative, without a full stop. */
export function describeFix(action: FixAction): string {
  switch (action.kind) {
    case 'add-parameter':
      return `add the query parameter ${action.name}`;
    case 'add-header':
      return `add the header ${action.name}`;
    case 'rename-parameter':
      return `rename the query parameter ${action.from} to ${action.to}`;
    case 'rename-header':
      return `rename the header ${action.from} to ${action.to}`;
    case 'move-header-to-query':
      return `move the header ${action.header} to the query parameter ${action.parameter}`;
    case 'move-parameter-to-header':
      return `move the query parameter ${action.parameter} to the header ${action.header}`;
    case 'remove-parameters':
      return `remove ${action.names.join(', ')} from the query`;
    case 'keep-first-parameter':
      return `keep only the first ${action.name}`;
    case 'set-path':
      return `make ${action.path} the path`;
    case 'add-stage':
      return 'add a stage to the path';
    case 'set-scheme':
      return `use ${action.scheme}://`;
    case 'switch-transport':
      return action.transport === 'companion' ? 'use the Companion transport' : 'use the Browser transport';
    case 'accept-any-certificate':
      return 'accept any certificate';
    case 'set-server-name':
      return `make ${action.serverName} the server name`;
    case 'offer-subprotocol':
      return `offer the subprotocol ${action.subprotocol}`;
    case 'stop-offering-subprotocols':
      return 'offer no subprotocol';
    case 'stop-offering-compression':
      return 'offer no compression';
    case 'bypass-proxy':
      return 'use no proxy';
    case 'allow-more-time':
      return 'double the time limit';
    default:
      return assertNever(action);
  }
}

/** Whether the person has to type something, such as a key, before another attempt makes sense. */
export function needsTyping(action: FixAction): boolean {
  return action.kind === 'add-parameter' || action.kind === 'add-header' || action.kind === 'add-stage';
}
