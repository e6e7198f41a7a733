import { useState } from 'react';
import { readJson } from '#domain/format/readJson.ts';
import type { JsonReading } from '#domain/format/readJson.ts';
import { Notice } from '#ui/Notice.tsx';
import { JsonTree } from './JsonTree.tsx';

export interface EntryJsonProps {
  readonly text: string;
  /** `null` when the text was too long to be parsed before anyone asked. */
  readonly json: JsonReading | null;
}

export function EntryJson({ text, json }: EntryJsonProps) {
  const [reading] = useState(() => json ?? readJson(text));
  if (reading.ok) return <JsonTree root={reading.root} />;
  return (
    <Notice tone="info" className="m-2">
      This is not JSON. Line {reading.line}, column {reading.column}: {reading.message}
    </Notice>
  );
}
