import { File as FileIcon, Upload, X } from 'lucide-react';
import { formatBytes } from '#domain/format/formatBytes.ts';
import type { ChosenFile } from '#state/draftMessagesStore.ts';
import { IconButton } from '#ui/IconButton.tsx';

export interface FileFieldProps {
  readonly file: ChosenFile | null;
  readonly onChoose: (file: File) => void;
  readonly onDrop: () => void;
}

export function FileField({ file, onChoose, onDrop }: FileFieldProps) {
  return (
    <div className="flex min-h-17 items-center gap-2 rounded-md border border-dashed border-control/60 bg-surface px-2.5">
      {file === null ? (
        <label className="flex flex-1 items-center justify-center gap-2 self-stretch rounded text-xs text-ink-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
          <input
            type="file"
            aria-label="Choose a file"
            className="sr-only"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen !== undefined) onChoose(chosen);
            }}
          />
          <Upload aria-hidden className="size-3.5" />
          Choose a file, or drop one here
        </label>
      ) : (
        <>
          <FileIcon aria-hidden className="size-4 shrink-0 text-ink-soft" />
          <span className="min-w-0 truncate font-mono text-xs">{file.name}</span>
          <span className="flex-1 text-xs whitespace-nowrap text-ink-soft">
            {formatBytes(file.bytes.byteLength)}
          </span>
          <IconButton size="small" label="Take the file away" icon={<X />} onClick={onDrop} />
        </>
      )}
    </div>
  );
}
