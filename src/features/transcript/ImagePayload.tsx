import { useEffect, useRef, useState } from 'react';
import { formatCount } from '#domain/format/formatCount.ts';
import { Notice } from '#ui/Notice.tsx';

export interface ImagePayloadProps {
  readonly payload: Uint8Array;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

export function ImagePayload({ payload, mediaType, width, height }: ImagePayloadProps) {
  const image = useRef<HTMLImageElement>(null);
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([new Uint8Array(payload)], { type: mediaType }));
    if (image.current !== null) image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [payload, mediaType]);
  const size = `${formatCount(width)} × ${formatCount(height)} pixels`;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2 overflow-auto p-3">
      <p className="text-xs text-ink-soft">
        {mediaType}, {size}
      </p>
      {isBroken && (
        <Notice tone="bad">The browser cannot draw this image: its bytes are cut or damaged.</Notice>
      )}
      {!isBroken && (
        <img
          ref={image}
          alt={`The payload, ${size}`}
          onError={() => setBroken(true)}
          className="max-h-full max-w-full self-start rounded border border-line bg-sunken object-contain"
        />
      )}
    </div>
  );
}
