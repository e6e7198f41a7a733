import { describe, expect, it } from 'vitest';
import { GATEWAY_IDS, GATEWAYS, recogniseGateway } from './gateways.ts';

describe('recogniseGateway', () => {
  it.each([
    ['wss://contoso.azure-api.net/client/hubs/chat', 'apim', 'the host ends in .azure-api.net'],
    ['wss://contoso.azure-api.net/wsapi?subscription-key=k', 'apim', 'the host ends in .azure-api.net'],
    ['wss://name.webpubsub.azure.com/client/hubs/chat', 'webpubsub', 'the host ends in .webpubsub.azure.com'],
    ['wss://name.webpubsub.azure.com/client/?hub=chat', 'webpubsub', 'the host ends in .webpubsub.azure.com'],
    [
      'wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/dev',
      'aws',
      'the host is an execute-api endpoint',
    ],
    [
      'wss://a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn/dev',
      'aws',
      'the host is an execute-api endpoint',
    ],
    [
      'wss://A1B2C3D4E5.Execute-Api.eu-west-1.amazonaws.com/dev',
      'aws',
      'the host is an execute-api endpoint',
    ],
  ])('recognises %s', (url, gateway, because) => {
    expect(recogniseGateway(url)).toEqual({ gateway, because });
  });

  it.each([
    'wss://api.example.com/v1/samples/websockets?apikey=k',
    'wss://gateway.example.com/org/sandbox/websocket-test',
    'wss://contoso.azure-api.net.example.com/',
    'wss://notazure-api.net/',
    'wss://execute-api.eu-west-1.amazonaws.com/dev',
    'wss://',
    'contoso.azure-api.net',
    '',
  ])('does not guess at “%s”', (url) => {
    expect(recogniseGateway(url)).toBeNull();
  });
});

describe('GATEWAYS', () => {
  it.each(GATEWAY_IDS)('%s has its own id, and templates with ids of their own', (id) => {
    const ids = GATEWAYS[id].templates.map((template) => template.id);
    expect(GATEWAYS[id].id).toBe(id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
