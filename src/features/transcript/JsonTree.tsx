import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { jsonNodes } from '#domain/format/jsonTree.ts';
import type { JsonRow } from '#domain/format/jsonTree.ts';
import type { JsonNode } from '#domain/format/jsonNode.ts';
import { classNames } from '#ui/classNames.ts';
import { WindowedRows } from '#ui/WindowedRows.tsx';
import { expandLevels } from './expandLevels.ts';

/** A document that makes no more rows than this is shown open: some screens of scrolling. */
const MAX_ROWS_AT_FIRST = 200;

/** A longer value is cut in its row, UTF-16 units: the text view has it whole. */
const MAX_VALUE_LENGTH = 2_000;

/** Rows are buttons, and WCAG 2.2 (2.5.8) asks for targets of 24 px. */
const ROW_HEIGHT_PX = 24;
const INDENT_PX = 14;

const VALUE_COLOURS: Readonly<Record<JsonRow['kind'], string>> = {
  object: 'text-ink-soft',
  array: 'text-ink-soft',
  string: 'text-good',
  number: 'text-sent',
  boolean: 'text-warn',
  null: 'text-warn',
};

export function JsonTree({ root }: { readonly root: JsonNode }) {
  const [expanded, setExpanded] = useState(() => expandLevels(root, MAX_ROWS_AT_FIRST));
  const rows = jsonNodes(root, expanded);
  const toggle = (id: string) => {
    const next = new Set(expanded);
    if (!next.delete(id)) next.add(id);
    setExpanded(next);
  };
  return (
    <WindowedRows
      label="JSON"
      rowCount={rows.length}
      rowHeight={ROW_HEIGHT_PX}
      className="min-h-0 flex-1 px-2 py-1"
      renderRow={(index) => {
        const row = rows[index];
        return row === undefined ? null : (
          <JsonTreeRow key={row.id} row={row} onToggle={() => toggle(row.id)} />
        );
      }}
    />
  );
}

interface JsonTreeRowProps {
  readonly row: JsonRow;
  readonly onToggle: () => void;
}

function JsonTreeRow({ row, onToggle }: JsonTreeRowProps) {
  const looks =
    'flex h-6 w-full items-center gap-1 rounded pr-2 text-left font-mono text-xs whitespace-pre hover:bg-hover';
  const style = { paddingLeft: row.depth * INDENT_PX };
  if (row.childCount === 0) {
    return (
      <div className={looks} style={style} title={row.path}>
        <span className="w-3.5 shrink-0" />
        <Member row={row} />
      </div>
    );
  }
  return (
    <button
      type="button"
      className={looks}
      style={style}
      title={row.path}
      aria-expanded={row.isExpanded}
      onClick={onToggle}
    >
      <ChevronRight
        aria-hidden
        className={classNames('size-3.5 shrink-0 text-ink-soft', row.isExpanded && 'rotate-90')}
      />
      <Member row={row} />
    </button>
  );
}

function Member({ row }: { readonly row: JsonRow }) {
  return (
    <span>
      {row.key !== null && <span className="text-ink">{row.key}: </span>}
      <span className={VALUE_COLOURS[row.kind]}>{row.isExpanded ? countOf(row) : valueOf(row)}</span>
    </span>
  );
}

function countOf({ kind, childCount }: JsonRow): string {
  const noun = kind === 'array' ? 'item' : 'member';
  return `${childCount} ${noun}${childCount === 1 ? '' : 's'}`;
}

function valueOf({ preview }: JsonRow): string {
  return preview.length > MAX_VALUE_LENGTH ? `${preview.slice(0, MAX_VALUE_LENGTH)}…` : preview;
}
