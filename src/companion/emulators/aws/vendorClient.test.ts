import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  ForbiddenException,
  GetConnectionCommand,
  GoneException,
  PayloadTooLargeException,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Emulator } from '../emulator.ts';
import { scheduleWithTimers } from '../clock.ts';
import { deriveSecretsFrom } from '../secrets/deriveSecret.ts';
import { connectClient, type TestClient } from '../testing/connectClient.ts';
import { startAws } from './startAws.ts';

/** The client that the vendor wrote, against the emulator's `@connections`. It signs by the real clock. */
let aws: Emulator;
let connectionId = '';
let connectedAt = 0;
let disconnected = () => {};
beforeAll(async () => {
  // It would print that its versions of next year will need a newer Node.
  vi.stubEnv('AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED', 'true');
  aws = await startAws({
    port: 0,
    secrets: deriveSecretsFrom('a seed for tests'),
    clock: { now: Date.now, schedule: scheduleWithTimers },
    onEvent({ requestContext }) {
      ({ connectionId, connectedAt } = requestContext);
      if (requestContext.eventType === 'DISCONNECT') disconnected();
    },
  });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

let client: TestClient;
beforeEach(async () => {
  client = await connectClient(`${aws.gateway.baseUrl}/dev`, [], { headers: { 'user-agent': 'test' } });
});

function api({
  stage = 'dev',
  secretAccessKey = aws.credentials['secretAccessKey'] ?? '',
} = {}): ApiGatewayManagementApiClient {
  return new ApiGatewayManagementApiClient({
    endpoint: `${aws.gateway.baseUrl.replace('ws:', 'http:')}/${stage}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: aws.credentials['accessKeyId'] ?? '', secretAccessKey },
    maxAttempts: 1,
  });
}

describe('@aws-sdk/client-apigatewaymanagementapi', () => {
  test('posts text, which arrives as one text message', async () => {
    const { $metadata } = await api().send(
      new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'from outside, grüße' }),
    );
    expect($metadata.httpStatusCode).toBe(200);
    expect(await client.next()).toBe('from outside, grüße');
  });

  test('gets what is known of the connection', async () => {
    const { ConnectedAt, Identity, LastActiveAt } = await api().send(
      new GetConnectionCommand({ ConnectionId: connectionId }),
    );
    expect(ConnectedAt).toEqual(new Date(connectedAt));
    expect(LastActiveAt?.getTime()).toBeGreaterThanOrEqual(connectedAt);
    expect(Identity).toEqual({ SourceIp: '127.0.0.1', UserAgent: 'test' });
  });

  test('deletes: the client sees 1000 Connection Closed Normally', async () => {
    const { $metadata } = await api().send(new DeleteConnectionCommand({ ConnectionId: connectionId }));
    expect($metadata.httpStatusCode).toBe(204);
    expect(await client.closed()).toEqual({ closeCode: 1000, reason: 'Connection Closed Normally' });
  });

  test('is told Gone of a connection that has closed', async () => {
    const gone = new Promise<void>((resolve) => {
      disconnected = resolve;
    });
    client.socket.close();
    await gone;
    await expect(
      api().send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'x' })),
    ).rejects.toThrow(GoneException);
  });

  test('is told Gone of an id that is unknown, or of another stage', async () => {
    await expect(
      api().send(new GetConnectionCommand({ ConnectionId: 'eHrdFcnvvHcCE-w=' })),
    ).rejects.toMatchObject({ name: 'GoneException', $metadata: { httpStatusCode: 410 } });
    await expect(
      api({ stage: 'no-default' }).send(new GetConnectionCommand({ ConnectionId: connectionId })),
    ).rejects.toThrow(GoneException);
  });

  test('posts 128 KB, and one byte more is too large', async () => {
    const post = (size: number) =>
      api().send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'a'.repeat(size) }));
    await post(131_072);
    expect(await client.next()).toHaveLength(131_072);
    await expect(post(131_073)).rejects.toThrow(PayloadTooLargeException);
    await expect(post(131_073)).rejects.toMatchObject({ $metadata: { httpStatusCode: 413 } });
  });

  test('is forbidden with a wrong secret', async () => {
    await expect(
      api({ secretAccessKey: 'wrong' }).send(
        new PostToConnectionCommand({ ConnectionId: connectionId, Data: 'x' }),
      ),
    ).rejects.toThrow(ForbiddenException);
  });
});

test('a call that is not signed is forbidden', async () => {
  const url = `${aws.gateway.baseUrl.replace('ws:', 'http:')}/dev/@connections/${connectionId}`;
  const response = await fetch(url);
  expect([response.status, response.headers.get('x-amzn-errortype'), await response.text()]).toEqual([
    403,
    'ForbiddenException',
    '{"message":"Forbidden"}',
  ]);
});
