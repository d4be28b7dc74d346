import { pixel, svgElement } from './svg-element';

/** An empty drawing. It is hidden from assistive technology: the element around it holds the summary in words. */
export function blankDrawing(width: number, height: number): SVGSVGElement {
  return svgElement('svg', {
    class: 'chart-drawing',
    width: pixel(width),
    height: pixel(height),
    viewBox: `0 0 ${pixel(width)} ${pixel(height)}`,
    'aria-hidden': 'true',
    focusable: 'false',
  });
}
