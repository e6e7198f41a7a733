import type { CheckResult } from './checkResult.ts';
import { formatText } from './formatText.ts';
import { NO_PAINT } from './paint.ts';

/** A JUnit report: one test case a check, in the shape that Jenkins, GitLab, GitHub's actions and Azure Pipelines read. */
export function formatJunit(results: readonly CheckResult[]): string {
  const failures = results.filter(({ isPassed }) => !isPassed).length;
  const time = formatSeconds(results.reduce((sum, { record }) => sum + (record.endedMs ?? 0), 0));
  const totals = `tests="${results.length}" failures="${failures}" errors="0" skipped="0" time="${time}"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="postern check" ${totals}>`,
    `  <testsuite name="postern check" ${totals}>`,
    ...results.flatMap(testCase),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(result: CheckResult): readonly string[] {
  const { name, record, isPassed, summary } = result;
  const time = formatSeconds(record.endedMs ?? 0);
  const text = escapeXml(formatText(result, NO_PAINT, false));
  return [
    `    <testcase classname="postern.check" name="${escapeXml(name ?? record.url)}" time="${time}">`,
    isPassed
      ? `      <system-out>${text}</system-out>`
      : `      <failure type="${escapeXml(failureType(result))}" message="${escapeXml(summary)}">${text}</failure>`,
    '    </testcase>',
  ];
}

function failureType({ findings, record }: CheckResult): string {
  const { outcome } = record;
  if (outcome?.kind === 'failed') return outcome.failure.code;
  return findings.find(({ severity }) => severity === 'error')?.id ?? 'unexpected-outcome';
}

function formatSeconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML 1.0 (section 2.2) cannot hold, not even as a reference. */
const NO_XML_CHARACTERS = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escapeXml(text: string): string {
  return text
    .replaceAll(NO_XML_CHARACTERS, '\uFFFD')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
