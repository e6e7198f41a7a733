import { WebSocketServer } from 'ws';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Exchange } from '../server/exchange.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import { admit } from './admit.ts';
import { deriveAuthTokens, tokenAuthorizer } from './authorizer.ts';
import { Connections } from './connections.ts';
import { connectOutcome } from './connectRoute.ts';
import { newAwsId } from './ids.ts';
import { invoke } from './invoke.ts';
import type { LambdaEvent, PostToConnection } from './lambda.ts';
import { type ConnectionFacts, connectEvent } from './lambdaEvent.ts';
import { AWS_LIMITS } from './limits.ts';
import { manageConnection, readManagementPath } from './managementApi.ts';
import { AWS_REFUSALS } from './refusals.ts';
import { awsScenarios } from './scenarios.ts';
import { serveConnection } from './serveConnection.ts';
import { deployStages, type Route, type Stage } from './stages.ts';

export interface AwsOptions extends EmulatorOptions {
  /** Sees every event that a Lambda gets. */
  readonly onEvent?: (event: LambdaEvent) => void;
}

/** AWS API Gateway with the sample's WebSocket API `wsEcho`. */
export async function startAws({ port, secrets, clock, onEvent }: AwsOptions): Promise<Emulator> {
  const authTokens = deriveAuthTokens(secrets);
  const stages = deployStages(tokenAuthorizer(authTokens));
  const connections = new Connections();
  const apiId = secrets.hex('aws api id', 10);

  const invokeOn = (stage: Stage) => {
    const postToConnection: PostToConnection = (connectionId, text) => {
      connections.get(stage.name, connectionId).postText(text);
    };
    return (route: Route, event: LambdaEvent) => {
      onEvent?.(event);
      return invoke(route.lambda, event, postToConnection, clock);
    };
  };

  const connect = async (
    { call, answer }: Exchange,
    upgrade: NonNullable<Exchange['upgrade']>,
    stage: Stage,
  ) => {
    const facts: ConnectionFacts = {
      stage: stage.name,
      connectedAt: clock.now(),
      identity: { userAgent: call.request.headers['user-agent'] ?? '', sourceIp: LOOPBACK },
      domainName: call.host,
      connectionId: newAwsId(),
      apiId,
    };
    const invokeRoute = invokeOn(stage);
    const route = stage.routes.get('$connect');
    const outcome =
      route === undefined
        ? ({ kind: 'open', subprotocol: null } as const)
        : connectOutcome(await invokeRoute(route, connectEvent(facts, clock.now(), call)));
    if (outcome.kind === 'refused') {
      answer(outcome.answer);
      return;
    }
    const { socket: transport, head } = upgrade;
    acceptorFor(outcome.subprotocol).handleUpgrade(call.request, transport, head, (socket) => {
      const connection = serveConnection({ socket, transport, stage, facts, clock, invoke: invokeRoute });
      connections.add(connection);
      socket.once('close', () => {
        connections.remove(connection);
      });
    });
  };

  const server = await listen({
    port,
    async handle(exchange) {
      const management = readManagementPath(exchange.call.path);
      if (management !== null && exchange.upgrade === null) {
        await manageConnection(exchange, management, connections);
        return;
      }
      const admitted = admit(exchange.call, stages);
      if ('refusal' in admitted) exchange.answer(admitted.refusal);
      else if (exchange.upgrade === null) exchange.answer(AWS_REFUSALS.notAnUpgrade());
      else await connect(exchange, exchange.upgrade, admitted);
    },
  });

  const baseUrl = `ws://${LOOPBACK}:${server.port}`;
  return {
    gateway: {
      gateway: 'aws',
      name: 'AWS API Gateway',
      baseUrl,
      scenarios: awsScenarios(baseUrl, authTokens),
    },
    credentials: { authorizerToken: authTokens.allowed, authorizerTokenDenied: authTokens.denied },
    reset: () => {
      server.disconnectAll();
    },
    close: () => server.close(),
  };
}

/** Only `$connect` can choose a subprotocol, and it chooses for one connection. The gateway has no compression. */
function acceptorFor(subprotocol: string | null): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: AWS_LIMITS.messageBytes,
    handleProtocols: () => subprotocol ?? false,
  });
}
