import { GATEWAYS } from '#domain/gateway/gateways.ts';
import { formatBytes } from '#domain/format/formatBytes.ts';
import { formatDuration } from '#domain/format/formatDuration.ts';
import type { HandshakeRecord } from '#domain/handshake/handshakeRecord.ts';
import { requestText, responseText } from '#domain/handshake/handshakeText.ts';
import { summariseSteps } from '#domain/handshake/summariseSteps.ts';
import type {
  CheckResult,
  ReportedBody,
  ReportedExchange,
  ReportedExpectation,
  ReportedFinding,
} from './checkResult.ts';
import { describeChain, describeTls } from './describeTls.ts';
import type { Paint } from './paint.ts';
import { printableLine, printableLines } from './printable.ts';

/** How much of a body people see unless they ask for more: a gateway's refusal fits, an error page's head does. */
const MAX_BODY_LINES = 12;
/** And when they do. */
const MAX_VERBOSE_BODY_LINES = 2_000;

/** One check for people. */
export function formatText(result: CheckResult, paint: Paint, isVerbose: boolean): string {
  const { record, name } = result;
  const [colour, mark] = result.isPassed ? [paint.good, '✓'] : [paint.bad, '✗'];
  return [
    `${colour(mark)} ${paint.bold(printableLine(name ?? record.url))}  ${colour(printableLine(result.summary))}`,
    ...formatRows(rowsOf(result), paint),
    ...result.expectations.map((each) => expectationLine(each, paint)),
    ...(isVerbose ? verboseLines(result, paint) : bodyLines(result.body, MAX_BODY_LINES, paint)),
    // A finding says the same, and more.
    ...(result.findings.length === 0 ? failureLines(record, paint) : []),
    ...result.findings.flatMap((finding) => findingLines(finding, paint)),
  ].join('\n');
}

/** The last line when there were several. */
export function formatTotals(results: readonly CheckResult[], paint: Paint): string {
  const passed = results.filter(({ isPassed }) => isPassed).length;
  const text = `${results.length} checked: ${passed} as expected, ${results.length - passed} not`;
  return passed === results.length ? paint.good(text) : paint.bad(text);
}

type Row = readonly [label: string, value: string];

function formatRows(rows: readonly Row[], paint: Paint): readonly string[] {
  const width = Math.max(...rows.map(([label]) => label.length));
  return rows.map(([label, value]) => `    ${paint.dim(label.padEnd(width))}  ${printableLine(value)}`);
}

function rowsOf({ name, gateway, record, exchange }: CheckResult): readonly Row[] {
  const { remoteAddress, proxy, tls, response, outcome } = record;
  const rows: (Row | null)[] = [
    name === null ? null : ['URL', record.url],
    gateway === 'generic' ? null : ['gateway', GATEWAYS[gateway].name],
    remoteAddress === null ? null : ['address', remoteAddress],
    proxy === null ? null : ['proxy', proxy],
    ['time', formatTimes(record)],
    tls === null ? null : ['TLS', describeTls(tls, record.startedAt)],
    response === null ? null : ['answer', responseText(record).split('\n')[0] ?? ''],
    outcome?.kind === 'open' && outcome.subprotocol !== null ? ['subprotocol', outcome.subprotocol] : null,
    outcome?.kind === 'open' && outcome.extensions !== null ? ['extensions', outcome.extensions] : null,
    ...(exchange === null ? [] : exchangeRows(exchange)),
  ];
  return rows.filter((row) => row !== null);
}

function formatTimes(record: HandshakeRecord): string {
  const steps = summariseSteps(record)
    .filter(({ durationMs }) => durationMs !== null)
    .map(
      ({ label, durationMs, state }) =>
        `${label} ${formatDuration(durationMs ?? 0)}${state === 'failed' ? ' ✗' : ''}`,
    );
  return [formatDuration(record.endedMs ?? 0), ...steps].join(' · ');
}

function exchangeRows({ reply, received, receivedCount, ending }: ReportedExchange): readonly Row[] {
  if (reply !== null) return [['reply', reply.text]];
  const rest = receivedCount - received.length;
  return [
    ...received.map(({ text }): Row => ['received', text]),
    ...(rest === 0 ? [] : [['received', `… ${rest} more`] as const]),
    ...(ending === null
      ? []
      : [['ended', [ending.closeCode, ending.reason, ending.detail].join(' ').trim()] as const]),
  ];
}

function expectationLine({ expectation, isMet, seen }: ReportedExpectation, paint: Paint): string {
  const mark = isMet ? paint.good('✓') : paint.bad('✗ not met:');
  return `    ${mark} ${printableLine(expectation)}: ${printableLine(seen)}`;
}

/** The bar keeps a line of the body from standing at the beginning of a line, where build servers take commands. */
function bodyLines(body: ReportedBody | null, maxLines: number, paint: Paint): readonly string[] {
  if (body === null || body.receivedBytes === 0) return [];
  if (body.text === null)
    return [`    ${paint.dim('│')} ${formatBytes(body.receivedBytes)} that are no text`];
  const cut = body.isTruncated ? ['… the body goes on'] : [];
  return [...printableLines(body.text.trimEnd(), maxLines), ...cut].map(
    (line) => `    ${paint.dim('│')} ${line}`,
  );
}

function verboseLines({ record, body }: CheckResult, paint: Paint): readonly string[] {
  const block = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0
      ? []
      : ['', `    ${paint.bold(title)}`, ...lines.map((line) => `    ${paint.dim('│')} ${line}`)];
  const head = (text: string): readonly string[] => (text === '' ? [] : text.split('\n').map(printableLine));
  return [
    ...block(
      'Addresses',
      record.addresses.map(({ address }) => address),
    ),
    ...(record.tls === null
      ? []
      : block('Certificates', describeChain(record.tls, record.startedAt).map(printableLine))),
    ...block('Request', head(requestText(record))),
    ...block('Response', head(responseText(record))),
    ...bodyLines(body, MAX_VERBOSE_BODY_LINES, paint),
    ...block(
      'Checks',
      record.checks.map(({ verdict, rule, seen, source }) =>
        printableLine(`${verdict.padEnd(7)}  ${rule} Seen: ${seen} (${source})`),
      ),
    ),
  ];
}

function failureLines({ outcome }: HandshakeRecord, paint: Paint): readonly string[] {
  if (outcome?.kind !== 'failed') return [];
  const { message, advice, systemCode } = outcome.failure;
  return [
    `    ${paint.bad(printableLine(message))}${systemCode === null ? '' : paint.dim(` (${systemCode})`)}`,
    `      → ${printableLine(advice)}`,
  ];
}

function findingLines(finding: ReportedFinding, paint: Paint): readonly string[] {
  const colour = { error: paint.bad, warning: paint.warning, info: paint.bold }[finding.severity];
  return [
    '',
    `    ${colour(finding.severity)}  ${paint.bold(printableLine(finding.title))}  ${paint.dim(`[${finding.id}]`)}`,
    ...finding.evidence.map(({ where, quote }) => `      ${paint.dim(`${where}:`)} ${printableLine(quote)}`),
    ...finding.fixes.map((fix) => `      → ${printableLine(fix)}`),
    `      ${paint.dim(`${finding.confidence}, ${finding.source}`)}`,
  ];
}
