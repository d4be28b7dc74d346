import { paintDrawing } from './paint-drawing';

/** A picture could not be made, which the engine does not explain. */
export class PictureError extends Error {}

/**
 * A composed drawing as the bytes of a PNG file.
 *
 * It is painted shape by shape rather than by loading the SVG as an image: an image has no part in the page's fonts, so
 * every label would be set in another face than the one it was measured in, and the page's policy would have to admit
 * images that no file holds.
 *
 * @param scale pixels of the picture to one of the drawing
 */
export async function toPng(composed: SVGSVGElement, scale = 2): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(Number(composed.getAttribute('width')) * scale);
  canvas.height = Math.round(Number(composed.getAttribute('height')) * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new PictureError('There is no canvas to paint on');
  paintDrawing(composed, context, scale);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (picture === null) throw new PictureError('The canvas gave no picture');
  return new Uint8Array(await picture.arrayBuffer());
}
