import { localScenarios, type Scenario } from '../fixtures/localScenarios.ts';
import { expect } from '../fixtures/test.ts';
import { testOnOnePage as test } from '../fixtures/testOnOnePage.ts';
import type { PosternPage } from '../pages/PosternPage.ts';

/**
 * The finding that each scenario must get that does not open, or that ends soon after, by the scenario's id; the first one
 * that the page shows. Written from the fact sheet, src/domain/gateway/gateways.md.
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
  'apim-caller-unclear': 'apim-forbidden',
  'apim-header-missing': 'apim-forbidden',
  'apim-header-value': 'apim-forbidden',
  'apim-jwt-missing': 'apim-policy-or-backend-refused',
  'apim-jwt-expired': 'apim-jwt-expired',
  'apim-jwt-audience': 'apim-policy-or-backend-refused',
  'apim-jwt-signature': 'apim-policy-or-backend-refused',
  'apim-jwt-claim': 'apim-policy-or-backend-refused',
  'apim-jwt-issuer': 'apim-policy-or-backend-refused',
  'apim-jwt-key-id': 'apim-policy-or-backend-refused',
  'apim-jwt-claim-value': 'apim-policy-or-backend-refused',
  'apim-connection-limit': 'apim-refused',
  'apim-backend-refuses': 'apim-backend-refused',
  'apim-upgrade-stripped': 'apim-invalid-upgrade',
  'apim-unpublished': 'apim-invalid-subscription-key',
  'webpubsub-no-token': 'webpubsub-token-missing',
  'webpubsub-expired-token': 'webpubsub-token-expired',
  'webpubsub-other-hub': 'webpubsub-token-audience',
  'webpubsub-bad-hub': 'webpubsub-bad-path',
  'webpubsub-unknown-path': 'webpubsub-bad-path',
  'webpubsub-connect-403': 'webpubsub-access-denied',
  'webpubsub-connect-500': 'webpubsub-connect-handler-failed',
  'webpubsub-network-acl': 'webpubsub-access-denied',
  'webpubsub-connection-quota': 'webpubsub-connection-quota',
  'webpubsub-no-handler': 'webpubsub-no-event-handler',
  'webpubsub-recovery-failed': 'webpubsub-recovery-failed',
  'apigee-cut-30s': 'apigee-load-balancer-timeout',
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
  'apigee-target-silent': 'apigee-answer-timeout',
  'apigee-target-refuses': 'apigee-target-refused',
  'apigee-blocked': 'apigee-load-balancer',
  'apigee-upgrade-stripped': 'apigee-upgrade-required',
  'apigee-expired-token-older': 'apigee-token-expired',
  'apigee-spike-arrest-older': 'apigee-spike-arrest',
  'apigee-quota-older': 'apigee-quota',
  'aws-deleted': 'aws-deleted',
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
  'aws-upgrade-stripped': 'aws-upgrade-required',
  'aws-url-too-long': 'aws-url-too-long',
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
  'ibm-no-plan-older': 'ibm-no-plan',
  'ibm-plan-not-active': 'ibm-no-plan',
  'ibm-bad-token': 'ibm-token-refused',
  'ibm-backend-refuses': 'ibm-backend-refused',
};

/** What ends only after half a minute. They are begun first and looked at last, so that the others go on meanwhile. */
const LATE: ReadonlySet<string> = new Set(['apigee-target-silent', 'apigee-cut-30s', 'aws-connect-slow']);

/** Some thirty scenarios a gateway, a second or two each on a busy machine. */
const ALL_SCENARIOS_MS = 240_000;
/** Each of the late ones has been under way for a while when it is looked at. */
const LATE_END_MS = 40_000;

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
    const all = await localScenarios(app.page, gateway);
    const scenarios = all.filter(({ id, expects }) => expects !== 'open' || id in FINDINGS);
    expect(scenarios.length).toBeGreaterThan(0);
    const late = scenarios.filter(({ id }) => LATE.has(id));
    await app.searchProfiles(gateway);

    for (const scenario of late) await begin(app, scenario);
    for (const scenario of scenarios) {
      if (LATE.has(scenario.id)) continue;
      await test.step(scenario.id, async () => {
        await begin(app, scenario);
        await expectItsFinding(app, scenario);
      });
    }
    for (const scenario of late) {
      await test.step(scenario.id, async () => {
        await app.profile(scenario.title).press('Enter');
        await expectItsFinding(app, scenario, { timeout: LATE_END_MS });
      });
    }
  });
}

/** Connects from the list, by the keys, and where the connection opens, sends the message that it is for. */
async function begin(app: PosternPage, { title, expects, firstMessage }: Scenario): Promise<void> {
  await app.profile(title).press('Control+Enter');
  if (expects !== 'open' || firstMessage === null) return;
  await expect(app.status).toHaveText(/^Open/);
  await app.message.fill(firstMessage);
  await app.sendButton.click();
}

async function expectItsFinding(
  app: PosternPage,
  { id, title, expects }: Scenario,
  options: { readonly timeout?: number } = {},
): Promise<void> {
  await expect(app.status, title).toHaveText(expects === 'open' ? /^Closed/ : /^Failed/, options);
  await expect.soft(app.findings.first(), id).toHaveAttribute('data-finding-id', FINDINGS[id] ?? '');
}

test('an answer that the local gateway made up is called synthetic beside its finding, a captured one is not', async ({
  app,
}) => {
  const synthetic = app.diagnosis.getByText('Synthetic answer.');
  await app.choose('Azure API Management', 'No JWT');
  await app.connectButton.click();
  await expect(synthetic).toBeVisible();
  await app.choose('Azure API Management', 'No subscription key');
  await app.connectButton.click();
  await expect(app.findings.first()).toHaveAttribute('data-finding-id', 'apim-missing-subscription-key');
  await expect(synthetic).toBeHidden();
});

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
