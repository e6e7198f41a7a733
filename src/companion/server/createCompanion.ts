import type { IncomingMessage } from 'node:http';
import { checkHost } from '../guard/checkCaller.ts';
import { answerApi } from './answerApi.ts';
import { callerOf, hostsFor, pathOf } from './callerOf.ts';
import type { Companion, CompanionOptions } from './companion.ts';
import { createEndpoints } from './endpoints.ts';
import { createRelaySockets, refuseUpgrade } from './relaySockets.ts';
import { sendProblem } from './sendJson.ts';

export function createCompanion(options: CompanionOptions): Companion {
  const endpoints = createEndpoints(options);
  const relays = createRelaySockets(options);

  function foreignHost(request: IncomingMessage) {
    return checkHost(callerOf(request), hostsFor(request, options.bindHost));
  }

  return {
    handleRequest(request, response) {
      const refusal = foreignHost(request);
      if (refusal !== null) {
        sendProblem(response, refusal, { connection: 'close' });
        return true;
      }
      const path = pathOf(request);
      if (!isApiPath(path)) return false;
      void answerApi(request, response, endpoints.get(path), options);
      return true;
    },
    handleUpgrade(request, socket, head) {
      const refusal = foreignHost(request);
      if (refusal !== null) {
        refuseUpgrade(socket, refusal);
        return true;
      }
      if (!isApiPath(pathOf(request))) return false;
      relays.accept(request, socket, head);
      return true;
    },
    close: relays.close,
  };
}

function isApiPath(path: string | null): path is string {
  return path !== null && (path === '/api' || path.startsWith('/api/'));
}
