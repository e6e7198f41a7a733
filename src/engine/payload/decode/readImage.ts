import { imageSize } from 'image-size';
import { PayloadFormatError } from '#domain/payload/treeBuilder.ts';

export interface ImageFacts {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/** What every browser draws. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** A picture takes four bytes a pixel to draw, however few it takes to send. */
const MAX_PIXELS = 64_000_000;

export function readImage(payload: Uint8Array): ImageFacts {
  const { type = '', width, height } = sizeOf(payload);
  const mediaType = MEDIA_TYPES[type];
  if (mediaType === undefined) throw new PayloadFormatError('This is no PNG, JPEG, GIF or WebP image.');
  if (width * height > MAX_PIXELS)
    throw new PayloadFormatError(
      `This image is ${width} × ${height} pixels, too many to be drawn here. Save the payload as a file instead.`,
    );
  return { mediaType, width, height };
}

function sizeOf(payload: Uint8Array): ReturnType<typeof imageSize> {
  try {
    return imageSize(payload);
  } catch {
    throw new PayloadFormatError('This is no PNG, JPEG, GIF or WebP image, or its head is damaged.');
  }
}
