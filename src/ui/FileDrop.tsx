import { useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import { classNames } from './classNames.ts';

export interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A place that files can be dropped on; it shows so while they are over it. */
export function FileDrop({ onFiles, className, children }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={classNames(className, isOver && 'outline-2 -outline-offset-2 outline-accent outline-dashed')}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}

/** Rather than text of the page. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}
