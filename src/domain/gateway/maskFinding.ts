import type { Finding } from './gateway.ts';

/** The finding without the secrets that its words quote. What a fix does stays as it is. */
export function maskFinding(finding: Finding, mask: (text: string) => string): Finding {
  return {
    ...finding,
    title: mask(finding.title),
    evidence: finding.evidence.map((evidence) => ({ ...evidence, quote: mask(evidence.quote) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, text: mask(fix.text) })),
  };
}
