import { useState } from 'react';
import type { TreeRows } from '#domain/payload/payloadReader.ts';
import { WindowedRows } from '#ui/WindowedRows.tsx';
import { TREE_ROW_HEIGHT_PX, TreeRowView } from './TreeRowView.tsx';
import { useReadRows } from './useReadRows.ts';

export interface TreeViewProps {
  readonly label: string;
  readonly tree: TreeRows;
}

/** A value with values in it, of which the rows in sight are asked for. */
export function TreeView({ label, tree }: TreeViewProps) {
  const [shape, setShape] = useState({ rowCount: tree.rowCount, read: tree.read });
  const { rowAt, onWindow } = useReadRows(shape.read);
  // Another function, so that the rows are read again.
  const reshape = (rowCount: number) =>
    setShape({ rowCount, read: (first, count) => tree.read(first, count) });
  const toggle = (node: number, isDeep: boolean) => {
    const rowCount = tree.toggle(node, isDeep);
    if (rowCount instanceof Promise) rowCount.then(reshape, reportError);
    else reshape(rowCount);
  };
  return (
    <WindowedRows
      label={label}
      rowCount={shape.rowCount}
      rowHeight={TREE_ROW_HEIGHT_PX}
      onWindow={onWindow}
      className="my-1 min-h-0 flex-1 px-2"
      renderRow={(index) => {
        const row = rowAt(index);
        if (row === undefined) return <div key={index} className="h-6" />;
        return (
          // The row keeps the focus while others come and go above it.
          <TreeRowView key={`node ${row.node}`} row={row} onToggle={(isDeep) => toggle(row.node, isDeep)} />
        );
      }}
    />
  );
}
