import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalGateway, LocalScenario } from '#domain/gateway/localGateway.ts';
import { scheduleWithTimers, type Schedule } from '../emulators/clock.ts';
import { startTestGateways } from '../emulators/testing/localGateways.ts';
import type { RunningGateways } from '../emulators/startGateways.ts';
import { MASK } from '#domain/profile/maskUrlBy.ts';
import { EXPECTED_FINDINGS } from './testing/expectedFindings.ts';
import { checkAsJson, makeFolder, runCommand } from './testing/runCommand.ts';

/** A hundred times as fast: AWS waits 29 s for a Lambda function (gateways.md 5.7). */
const hurry: Schedule = (delayMs, run) => scheduleWithTimers(delayMs / 100, run);

let gateways: RunningGateways;
beforeAll(async () => {
  // The command judges by this machine's clock whether a presigned URL, good for a week, has expired.
  gateways = await startTestGateways({ schedule: hurry, now: Date.now });
});
afterAll(() => gateways.close());

/** The call for a scenario, its credentials in variables as a careful person has them. */
function callFor({ request }: LocalScenario): { args: string[]; environment: Record<string, string> } {
  const headers = request.headers.flatMap(({ name }, index) => ['--header', `${name}: \${HEADER_${index}}`]);
  const values = request.headers.map(({ value }, index) => [`POSTERN_HEADER_${index}`, value]);
  return {
    args: [
      '${URL}',
      ...headers,
      ...request.subprotocols.flatMap((subprotocol) => ['--subprotocol', subprotocol]),
      ...(request.options.tls.verifiesCertificate ? [] : ['--insecure']),
    ],
    environment: { POSTERN_URL: request.url, ...(Object.fromEntries(values) as Record<string, string>) },
  };
}

/** Shorter values than the emulators' keys are words that stand in other places too. */
const MIN_RECOGNISABLE = 8;

/** The values in a request that its scenario calls secrets. */
function secretsOf({ request, secretNames }: LocalScenario): readonly string[] {
  const parameters = [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value }));
  return [...parameters, ...request.headers]
    .filter(({ name, value }) => secretNames.includes(name) && value.length >= MIN_RECOGNISABLE)
    .map(({ value }) => value.replace(/^\w+ /, ''));
}

async function checkScenario({ gateway }: LocalGateway, scenario: LocalScenario): Promise<void> {
  const call = callFor(scenario);
  const { environment } = call;
  const args = ['--gateway', gateway, ...call.args];
  const folder = await makeFolder();
  const report = ['--junit', folder.path('report.xml')];
  const json = await checkAsJson([...args, ...report], environment);
  const text = await runCommand([...args, '--verbose'], environment);

  expect(json.checked.record.outcome.kind).toBe(scenario.expects);
  expect(json.status).toBe(scenario.expects === 'open' ? 0 : 1);
  expect(text.status).toBe(json.status);
  const noExpectation = scenario.expects === 'open' ? [] : null;
  const ids = json.checked.findings.map((finding) => finding.id);
  const expected = EXPECTED_FINDINGS[scenario.id] ?? noExpectation;
  expect({ scenario: scenario.id, ids }).toEqual({ scenario: scenario.id, ids: expected });
  const outputs = [json.stdout, json.stderr, text.stdout, text.stderr, await folder.read('report.xml')].join(
    '\n',
  );
  for (const secret of secretsOf(scenario)) expect(outputs).not.toContain(secret);
  expect(outputs.includes(MASK) || secretsOf(scenario).length === 0).toBe(true);
}

it.each(['apim', 'webpubsub', 'apigee', 'aws', 'ibm'])(
  'postern check tells the scenarios of %s apart, and keeps their secrets',
  async (id) => {
    const gateway = gateways.gateways.find((candidate) => candidate.gateway === id);
    expect(gateway?.scenarios.length).toBeGreaterThan(3);
    for (const scenario of gateway?.scenarios ?? []) {
      // One after another, as a throttled scenario wants it.
      if (gateway !== undefined) await checkScenario(gateway, scenario);
    }
  },
  30_000,
);
