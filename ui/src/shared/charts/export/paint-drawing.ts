/** Paints the few kinds of shape that the charts are made of, with their styles already written on them. */

/** What the paint of a whole drawing has in common. */
interface Easel {
  readonly context: CanvasRenderingContext2D;
  readonly drawing: SVGSVGElement;
  /** Pixels of the canvas to one of the drawing; textures are painted at this size so that they stay sharp. */
  readonly scale: number;
  readonly patterns: Map<string, CanvasPattern | null>;
}

export function paintDrawing(drawing: SVGSVGElement, context: CanvasRenderingContext2D, scale: number) {
  context.save();
  context.scale(scale, scale);
  paintAll(drawing, { context, drawing, scale, patterns: new Map() });
  context.restore();
}

function paintAll(parent: Element, easel: Easel) {
  for (const element of parent.children) paint(element, easel);
}

/** Lists, words for screen readers and other things that have no shape. */
const UNSEEN = new Set(['defs', 'title', 'desc', 'pattern']);

function paint(element: Element, easel: Easel) {
  if (UNSEEN.has(element.tagName)) return;
  const { context } = easel;
  context.save();
  moveTo(element, context);
  context.globalAlpha *= number(element, 'opacity', 1);
  if (element.tagName === 'g' || element.tagName === 'svg') paintAll(element, easel);
  else if (element.tagName === 'text') paintText(element, context);
  else paintShape(element, easel);
  context.restore();
}

function moveTo(element: Element, context: CanvasRenderingContext2D) {
  const shift = /translate\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?\s*\)/.exec(element.getAttribute('transform') ?? '');
  if (shift !== null) context.translate(Number(shift[1]), Number(shift[2] ?? 0));
}

function paintShape(element: Element, easel: Easel) {
  const path = outline(element);
  if (path === null) return;
  const { context } = easel;
  const alpha = context.globalAlpha;
  const fill = element.getAttribute('fill') ?? 'none';
  if (fill !== 'none') {
    context.globalAlpha = alpha * number(element, 'fill-opacity', 1);
    context.fillStyle = paintOf(fill, easel);
    context.fill(path);
  }
  if ((element.getAttribute('stroke') ?? 'none') !== 'none') {
    context.globalAlpha = alpha * number(element, 'stroke-opacity', 1);
    setStroke(element, context);
    context.stroke(path);
  }
}

function outline(element: Element): Path2D | null {
  const at = (name: string) => number(element, name, 0);
  if (element.tagName === 'path') return new Path2D(element.getAttribute('d') ?? '');
  const path = new Path2D();
  if (element.tagName === 'rect') path.roundRect(at('x'), at('y'), at('width'), at('height'), at('rx'));
  else if (element.tagName === 'circle') path.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI);
  else if (element.tagName === 'line') {
    path.moveTo(at('x1'), at('y1'));
    path.lineTo(at('x2'), at('y2'));
  } else return null;
  return path;
}

function setStroke(element: Element, context: CanvasRenderingContext2D) {
  context.strokeStyle = element.getAttribute('stroke') ?? 'none';
  context.lineWidth = number(element, 'stroke-width', 1);
  context.lineJoin = element.getAttribute('stroke-linejoin') === 'round' ? 'round' : 'miter';
  context.lineCap = element.getAttribute('stroke-linecap') === 'round' ? 'round' : 'butt';
  const dash = element.getAttribute('stroke-dasharray') ?? 'none';
  context.setLineDash(dash === 'none' ? [] : dash.split(/[\s,]+/).map(Number));
}

const ALIGN: Readonly<Record<string, CanvasTextAlign>> = { start: 'left', middle: 'center', end: 'right' };

function paintText(element: Element, context: CanvasRenderingContext2D) {
  const text = element.textContent;
  const [x, y] = [number(element, 'x', 0), number(element, 'y', 0)];
  context.font = `${element.getAttribute('font-weight') ?? 400} ${number(element, 'font-size', 12)}px ${element.getAttribute('font-family') ?? 'sans-serif'}`;
  context.textAlign = ALIGN[element.getAttribute('text-anchor') ?? 'start'] ?? 'left';
  // The rim of a label lies under its letters.
  if ((element.getAttribute('stroke') ?? 'none') !== 'none') {
    setStroke(element, context);
    context.strokeText(text, x, y);
  }
  context.fillStyle = element.getAttribute('fill') ?? 'none';
  context.fillText(text, x, y);
}

function paintOf(fill: string, easel: Easel): string | CanvasPattern {
  const id = /^url\(#(.+)\)$/.exec(fill)?.[1];
  if (id === undefined) return fill;
  if (!easel.patterns.has(id)) easel.patterns.set(id, pattern(id, easel));
  return easel.patterns.get(id) ?? 'transparent';
}

/** A texture, painted once as a tile and laid side by side. */
function pattern(id: string, easel: Easel): CanvasPattern | null {
  const described = [...easel.drawing.querySelectorAll('pattern')].find((one) => one.id === id);
  if (described === undefined) return null;
  const tile = document.createElement('canvas');
  tile.width = Math.round(number(described, 'width', 1) * easel.scale);
  tile.height = Math.round(number(described, 'height', 1) * easel.scale);
  const context = tile.getContext('2d');
  if (context === null) return null;
  context.scale(easel.scale, easel.scale);
  paintAll(described, { ...easel, context });
  const laid = easel.context.createPattern(tile, 'repeat');
  laid?.setTransform(new DOMMatrix().scale(1 / easel.scale));
  return laid;
}

function number(element: Element, name: string, otherwise: number): number {
  const value = Number.parseFloat(element.getAttribute(name) ?? '');
  return Number.isFinite(value) ? value : otherwise;
}
