import { assertNever } from '#domain/assertNever.ts';
import type { DetectedFormat } from '#domain/payload/detectFormat.ts';
import { FORMAT_NAMES } from '#domain/payload/payloadFormat.ts';

/** Says no more than is known. */
export function describeDetected(detected: DetectedFormat | null): string {
  if (detected === null) return 'Nothing in the bytes tells what they are.';
  const name = FORMAT_NAMES[detected.format];
  if (detected.format === 'protobuf')
    return 'May be protobuf: the bytes read as that, but many others do too.';
  if (detected.format === 'base64') return 'Seems to be base64 of packed bytes or of an image.';
  switch (detected.evidence) {
    case 'marked':
      return `Seems to be ${name}: the bytes begin with its mark.`;
    case 'whole':
      return `Seems to be ${name}: all of the bytes read as that.`;
    case 'beginning':
      return `Begins like ${name}.`;
    default:
      return assertNever(detected.evidence);
  }
}
