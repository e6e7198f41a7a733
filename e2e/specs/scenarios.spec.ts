import { localScenarios } from '../fixtures/localScenarios.ts';
import { expect, test } from '../fixtures/test.ts';

/**
 * The finding that each refused or failed scenario must get, by the scenario's id; the first one that the page shows.
 * Written from the fact sheet, src/domain/gateway/gateways.md.
 */
const FINDINGS: Readonly<Record<string, string>> = {
  'apim-no-key': 'apim-missing-subscription-key',
  'apim-wrong-key': 'apim-invalid-subscription-key',
  'apim-other-product': 'apim-invalid-subscription-key',
  'apim-suspended-key': 'apim-invalid-subscription-key',
  'apim-old-key-name': 'apim-missing-subscription-key',
  'apim-extra-path': 'apim-not-found',
  'apim-no-token': 'webpubsub-token-missing',
  'apim-expired-token': 'webpubsub-token-expired',
  'apim-rate-limit': 'apim-rate-limit',
  'apim-quota': 'apim-quota',
  'apim-bandwidth': 'apim-quota',
  'apim-backend-down': 'apim-backend-failed',
  'apim-ip-not-allowed': 'apim-forbidden',
  'apim-ip-blocked': 'apim-forbidden',
  'apim-header-missing': 'apim-forbidden',
  'apim-jwt-missing': 'apim-policy-or-backend-refused',
  'apim-jwt-expired': 'apim-jwt-expired',
  'apim-jwt-audience': 'apim-policy-or-backend-refused',
  'apim-jwt-signature': 'apim-policy-or-backend-refused',
  'apim-jwt-claim': 'apim-policy-or-backend-refused',
  'apim-connection-limit': 'apim-refused',
  'apim-backend-refuses': 'apim-backend-refused',
  'webpubsub-no-token': 'webpubsub-token-missing',
  'webpubsub-expired-token': 'webpubsub-token-expired',
  'webpubsub-other-hub': 'webpubsub-token-audience',
  'webpubsub-bad-hub': 'webpubsub-bad-path',
  'webpubsub-unknown-path': 'webpubsub-bad-path',
  'webpubsub-connect-403': 'webpubsub-access-denied',
  'webpubsub-connect-500': 'webpubsub-connect-handler-failed',
  'webpubsub-network-acl': 'webpubsub-access-denied',
  'webpubsub-connection-quota': 'webpubsub-connection-quota',
  'apigee-no-key': 'apigee-key-missing',
  'apigee-key-misplaced': 'apigee-key-missing',
  'apigee-unknown-key': 'apigee-key-unknown',
  'apigee-other-product': 'apigee-key-other-product',
  'apigee-no-token': 'apigee-token-missing',
  'apigee-unknown-token': 'apigee-token-unknown',
  'apigee-expired-token': 'apigee-token-expired',
  'apigee-unknown-path': 'apigee-proxy-not-found',
  'apigee-spike-arrest': 'apigee-spike-arrest',
  'apigee-target-down': 'apigee-target-unavailable',
  'apigee-key-not-approved': 'apigee-key-not-approved',
  'apigee-key-expired': 'apigee-key-expired',
  'apigee-app-not-approved': 'apigee-app-not-approved',
  'apigee-developer-inactive': 'apigee-developer-inactive',
  'apigee-company-inactive': 'apigee-developer-inactive',
  'apigee-token-other-product': 'apigee-token-other-product',
  'apigee-token-other-path': 'apigee-token-other-resource',
  'apigee-token-not-approved': 'apigee-token-not-approved',
  'apigee-scope-missing': 'apigee-scope-missing',
  'apigee-ip-denied': 'apigee-ip-denied',
  'apigee-quota': 'apigee-quota',
  'apigee-url-too-long': 'apigee-url-too-long',
  'apigee-no-route': 'apigee-no-route',
  'apigee-no-target': 'apigee-no-target',
  'apigee-no-active-target': 'apigee-no-healthy-target',
  'apigee-target-untrusted': 'apigee-target-tls',
  'apigee-target-eof': 'apigee-target-closed',
  // Apigee waits for 55 s, Postern's own limit for an answer is 30 s.
  'apigee-target-silent': 'generic-answer-timeout',
  'apigee-target-refuses': 'apigee-target-refused',
  'apigee-blocked': 'apigee-load-balancer',
  'aws-wrong-stage': 'aws-forbidden',
  'aws-no-stage': 'aws-forbidden',
  'aws-authorizer-no-token': 'aws-unauthorized',
  'aws-authorizer-unauthorized': 'aws-unauthorized',
  'aws-authorizer-deny': 'aws-forbidden',
  'aws-connect-500': 'aws-connect-lambda-failed',
  'aws-connect-throws': 'aws-connect-lambda-failed',
  'aws-throttled': 'aws-throttled',
  'aws-no-mapping': 'aws-forbidden',
  'aws-mapping-and-stage': 'aws-forbidden',
  'aws-api-key-missing': 'aws-forbidden',
  'aws-api-key-wrong': 'aws-forbidden',
  'aws-iam-unsigned': 'aws-signature',
  'aws-iam-wrong-secret': 'aws-signature',
  'aws-iam-expired': 'aws-signature-expired',
  'aws-authorizer-crash': 'aws-authorizer-failed',
  'aws-connect-slow': 'aws-connect-timeout',
  'aws-quota': 'aws-throttled',
  'aws-cloudfront': 'front-cloudfront',
  'ibm-gatewayscript': 'ibm-hand-written-101',
  'ibm-untrusted': 'ibm-self-signed',
  'ibm-no-client-id': 'ibm-invalid-client',
  'ibm-unknown-client-id': 'ibm-invalid-client',
  'ibm-no-plan': 'ibm-no-plan',
  'ibm-unknown-path': 'ibm-api-not-found',
  'ibm-unknown-resource': 'ibm-path-not-found',
  'ibm-rate-limit': 'ibm-rate-limit',
  'ibm-backend-down': 'ibm-backend-failed',
  'ibm-no-secret': 'ibm-invalid-client',
  'ibm-wrong-secret': 'ibm-invalid-client',
  'ibm-id-misplaced': 'ibm-invalid-client',
  'ibm-not-registered': 'ibm-client-unknown',
  'ibm-xml': 'ibm-invalid-client',
  'ibm-method': 'ibm-method',
  'ibm-no-upgrade': 'ibm-upgrade-not-enabled',
  'ibm-internal-error': 'ibm-internal',
  'ibm-backend-refuses': 'ibm-backend-refused',
};

/** Some thirty scenarios a gateway, and one or two of them answer late. */
const ALL_SCENARIOS_MS = 240_000;
/** AWS gives $connect 29 s (gateways.md 5.7), and Postern an answer 30 s. */
const SLOWEST_ANSWER_MS = 40_000;

const GATEWAYS = [
  'Azure API Management',
  'Azure Web PubSub',
  'Google Apigee',
  'AWS API Gateway',
  'IBM API Connect',
] as const;

for (const gateway of GATEWAYS) {
  test(`every refusal of ${gateway} gets its own finding`, async ({ app }) => {
    test.setTimeout(ALL_SCENARIOS_MS);
    const scenarios = (await localScenarios(app.page, gateway)).filter(({ expects }) => expects !== 'open');
    expect(scenarios.length).toBeGreaterThan(0);
    for (const { id, title } of scenarios) {
      await test.step(id, async () => {
        await app.choose(gateway, title);
        await app.connectButton.click();
        await expect(app.status).toHaveText(/^Failed/, { timeout: SLOWEST_ANSWER_MS });
        await expect.soft(app.findings.first(), id).toHaveAttribute('data-finding-id', FINDINGS[id] ?? '');
      });
    }
  });
}

test('a fix that the diagnosis applies opens the connection at the next attempt', async ({ app }) => {
  await app.choose('IBM API Connect', 'Certificate not trusted');
  await app.connectButton.click();
  await expect(app.status).toHaveText(/^Failed/);
  await app.diagnosis.getByRole('button', { name: 'Apply and try again: accept any certificate' }).click();
  await expect(app.status).toHaveText(/^Open/);
});

test('a fix that needs a value puts the focus where it is to be typed', async ({ app }) => {
  await app.choose('Azure API Management', 'No subscription key');
  await expect(app.page.getByRole('button', { name: 'Preflight: 1 warning' })).toBeVisible();
  await app.connectButton.click();
  await app.diagnosis
    .getByRole('button', { name: 'Apply: add the query parameter subscription-key' })
    .click();
  await expect(app.queryParameters.getByRole('textbox', { name: 'Value' }).nth(1)).toBeFocused();
});
