import { GATEWAYS } from '#domain/gateway/gateways.ts';
import type { CheckResult } from './checkResult.ts';

/** Raised when a program that reads the document would misread it. */
const FORMAT_VERSION = 1;

/** One document for programs. */
export function formatJson(results: readonly CheckResult[]): string {
  return JSON.stringify(
    {
      format: 'postern-check',
      version: FORMAT_VERSION,
      passed: results.every(({ isPassed }) => isPassed),
      checks: results.map(toJson),
    },
    null,
    2,
  );
}

function toJson({
  name,
  isPassed,
  summary,
  expectedStatus,
  gateway,
  record,
  ...result
}: CheckResult): object {
  const { response } = record;
  return {
    name: name ?? record.url,
    url: record.url,
    passed: isPassed,
    summary,
    expectedStatus,
    gateway: { id: gateway, name: GATEWAYS[gateway].name },
    findings: result.findings,
    exchange: result.exchange,
    expectations: result.expectations.map(({ expectation, isMet, seen }) => ({
      expectation,
      met: isMet,
      seen,
    })),
    record: { ...record, response: response === null ? null : { ...response, body: result.body } },
  };
}
