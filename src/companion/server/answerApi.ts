import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkOrigin } from '../guard/checkCaller.ts';
import { callerOf, hostsFor, portOf, queryOf } from './callerOf.ts';
import type { CompanionOptions } from './companion.ts';
import { describeError } from './describeError.ts';
import type { Answer, Endpoint } from './endpoints.ts';
import { SESSION_REQUIRED, hasSession } from './hasSession.ts';
import { readJsonBody } from './readJsonBody.ts';
import { RequestProblem } from './requestProblem.ts';
import { sendEmpty, sendJson, sendProblem } from './sendJson.ts';

/** Answers a request to a path of the API, whatever happens on the way. */
export async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: Endpoint | undefined,
  options: CompanionOptions,
): Promise<void> {
  try {
    const { body, headers } = await callEndpoint(request, response, endpoint, options);
    if (body === undefined) sendEmpty(response, headers);
    else sendJson(response, 200, body, headers);
  } catch (error) {
    if (error instanceof RequestProblem) sendRequestProblem(response, error, endpoint);
    else {
      options.report(`A request failed: ${describeError(error)}`);
      sendProblem(response, UNEXPECTED);
    }
  }
}

async function callEndpoint(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: Endpoint | undefined,
  options: CompanionOptions,
): Promise<Answer> {
  const hosts = hostsFor(request, options.bindHost);
  const refusal = checkOrigin(callerOf(request), hosts, request.method !== 'GET');
  if (refusal !== null) throw new RequestProblem(refusal);
  if (endpoint === undefined) throw new RequestProblem(UNKNOWN_PATH);
  if (request.method !== endpoint.method) throw new RequestProblem(wrongMethod(endpoint.method));
  if (endpoint.needsSession && !hasSession(request, options.token)) {
    throw new RequestProblem(SESSION_REQUIRED);
  }

  const caller = new AbortController();
  response.once('close', () => caller.abort());
  const body = endpoint.method === 'POST' ? await readJsonBody(request, endpoint.maxBytes) : null;
  return endpoint.answer({
    body,
    query: queryOf(request),
    port: portOf(request),
    signal: caller.signal,
  });
}

function sendRequestProblem(
  response: ServerResponse,
  problem: RequestProblem,
  endpoint: Endpoint | undefined,
): void {
  sendProblem(response, problem, {
    ...(problem.status === 405 && endpoint !== undefined ? { allow: endpoint.method } : {}),
    // The rest of an unread body would be taken for the next request.
    connection: 'close',
  });
}

const UNKNOWN_PATH = {
  status: 404,
  code: 'path-unknown',
  message: 'The companion has nothing at this path. Is the page of another version? Reload it.',
};

const UNEXPECTED = {
  status: 500,
  code: 'unexpected',
  message: 'The companion failed at this request. The terminal that runs it says where.',
};

function wrongMethod(allowed: string) {
  return { status: 405, code: 'method-wrong', message: `This path answers ${allowed} only.` };
}
