import { WebSocketServer } from 'ws';
import type { Emulator, EmulatorOptions } from '../emulator.ts';
import type { Call } from '../server/call.ts';
import type { Exchange } from '../server/exchange.ts';
import { listen, LOOPBACK } from '../server/listen.ts';
import { refuse } from './admit.ts';
import { deriveAuthTokens, tokenAuthorizer } from './authorizer.ts';
import { Connections } from './connections.ts';
import { connectOutcome } from './connectRoute.ts';
import { stageNameOf } from './customDomain.ts';
import { deriveIamUser } from './iamUser.ts';
import { newAwsId } from './ids.ts';
import { invoke } from './invoke.ts';
import type { LambdaEvent, StageConnections } from './lambda.ts';
import { type ConnectionFacts, connectEvent } from './lambdaEvent.ts';
import { AWS_LIMITS } from './limits.ts';
import { manageConnection, readManagementPath } from './managementApi.ts';
import { AWS_REFUSALS } from './refusals.ts';
import { awsScenarios } from './scenarios.ts';
import { serveConnection } from './serveConnection.ts';
import { verifyPresigned } from './signature.ts';
import { deployStages, type Route, type Stage } from './stages.ts';

export interface AwsOptions extends EmulatorOptions {
  /** Sees every event that a Lambda gets. */
  readonly onEvent?: (event: LambdaEvent) => void;
}

/** AWS API Gateway with the sample's WebSocket API `wsEcho`. */
export async function startAws({ port, secrets, clock, onEvent }: AwsOptions): Promise<Emulator> {
  const authTokens = deriveAuthTokens(secrets);
  const iamUser = deriveIamUser(secrets);
  const apiKey = secrets.alphanumeric('aws api key', API_KEY_LENGTH);
  const stages = deployStages(tokenAuthorizer(authTokens), apiKey);
  const connections = new Connections();
  const apiId = secrets.hex('aws api id', 10);

  const invokeOn = (stage: Stage) => {
    const ofStage: StageConnections = {
      post(connectionId, text) {
        connections.get(stage.name, connectionId).postText(text);
      },
      disconnect(connectionId) {
        connections.get(stage.name, connectionId).disconnect();
      },
    };
    return (route: Route, event: LambdaEvent) => {
      onEvent?.(event);
      return invoke(route.lambda, event, ofStage, clock);
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
      const { call, upgrade, answer } = exchange;
      const management = readManagementPath(call.path);
      if (management !== null && upgrade === null) {
        answer(await manageConnection(call, management, { connections, iamUser, now: clock.now() }));
        return;
      }
      if (urlBytes(call) > AWS_LIMITS.urlBytes) {
        answer(AWS_REFUSALS.urlTooLong());
        return;
      }
      // Nothing may follow the stage: `/dev/x` is no stage either.
      const stage = stages.find(({ name }) => name === stageNameOf(call));
      if (stage === undefined) {
        answer(AWS_REFUSALS.forbidden());
        return;
      }
      const signature = stage.usesIam ? await verifyPresigned(call, iamUser, clock.now()) : 'missing';
      const refusal = refuse({ call, stage, signature });
      if (refusal !== null) answer(refusal);
      else if (upgrade === null) answer(AWS_REFUSALS.notAnUpgrade());
      else await connect(exchange, upgrade, stage);
    },
  });

  const baseUrl = `ws://${LOOPBACK}:${server.port}`;
  return {
    gateway: {
      gateway: 'aws',
      name: 'AWS API Gateway',
      baseUrl,
      scenarios: awsScenarios({ baseUrl, authTokens, iamUser, apiKey, now: clock.now() }),
    },
    credentials: {
      authorizerToken: authTokens.allowed,
      authorizerTokenDenied: authTokens.denied,
      apiKey,
      ...iamUser,
    },
    reset: () => {
      server.disconnectAll();
    },
    close: () => server.close(),
  };
}

/** As a client writes it: the scheme of the API's own host is always `wss:`. */
function urlBytes({ host, path, search }: Call): number {
  return Buffer.byteLength(`wss://${host}${path}${search}`);
}

/** As AWS makes them. */
const API_KEY_LENGTH = 40;

/** Only `$connect` can choose a subprotocol, and it chooses for one connection. The gateway has no compression. */
function acceptorFor(subprotocol: string | null): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: AWS_LIMITS.messageBytes,
    handleProtocols: () => subprotocol ?? false,
  });
}
