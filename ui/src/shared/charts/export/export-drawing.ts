import { blankDrawing } from '../drawing/blank-drawing';
import { textLine } from '../drawing/lettering';
import { svgElement } from '../drawing/svg-element';
import { wrapText } from '../drawing/text-width';

/** What stands round a drawing once it has left the window. */
export interface DrawingWords {
  /** The finding. */
  readonly title: string;
  /** What is drawn. */
  readonly subtitle?: string;
  /** Where the figures come from: run, seed, engine. */
  readonly source?: string;
}

const MARGIN = 20;
const TITLE = { fontSize: 16, line: 21, weight: 'semibold' } as const;
const SUBTITLE = { fontSize: 12, line: 16.5 } as const;
const SOURCE = { fontSize: 10.5, line: 14 } as const;
/** Narrower, a title would take more room than the drawing. */
const NARROWEST = 420;

/**
 * A drawing as it leaves the window: with its title, subtitle and source, on white, in the light theme whatever the
 * window's, with nothing left that only the window knows (classes, custom properties, style sheets).
 */
export function exportDrawing(drawing: SVGSVGElement, words: DrawingWords): SVGSVGElement {
  const page = document.createElement('div');
  page.dataset.theme = 'light';
  page.setAttribute('aria-hidden', 'true');
  // Outside the window rather than hidden: what is not displayed has no computed styles in every engine.
  page.style.position = 'fixed';
  page.style.insetInlineStart = '-100000px';
  page.style.fontFamily = 'var(--font)';
  const composed = compose(drawing, words);
  page.append(composed);
  document.body.append(page);
  try {
    settleStyles(composed);
  } finally {
    page.remove();
  }
  return composed;
}

function compose(drawing: SVGSVGElement, { title, subtitle = '', source = '' }: DrawingWords): SVGSVGElement {
  const drawn = { width: Number(drawing.getAttribute('width')), height: Number(drawing.getAttribute('height')) };
  const width = Math.max(drawn.width, NARROWEST) + 2 * MARGIN;
  const room = width - 2 * MARGIN;
  const titleLines = wrapText(title, { room, ...TITLE });
  const subtitleLines = wrapText(subtitle, { room, ...SUBTITLE });
  const sourceLines = wrapText(source, { room, ...SOURCE });
  const head = MARGIN + titleLines.length * TITLE.line + subtitleLines.length * SUBTITLE.line + 10;
  const foot = sourceLines.length * SOURCE.line + (sourceLines.length > 0 ? 10 : 0) + MARGIN;
  const height = Math.ceil(head + drawn.height + foot);

  const page = blankDrawing(width, height);
  page.removeAttribute('aria-hidden');
  page.removeAttribute('focusable');
  page.setAttribute('role', 'img');
  page.append(
    svgElement('title', {}, title),
    ...(subtitle === '' ? [] : [svgElement('desc', {}, subtitle)]),
    svgElement('rect', { width, height, fill: 'var(--card)' }),
  );
  let y = MARGIN;
  const write = (
    lines: readonly string[],
    look: { fontSize: number; line: number; weight?: 'semibold' },
    fill: string,
  ) => {
    for (const line of lines) {
      page.append(
        textLine(line, MARGIN, y + look.line / 2, { size: look.fontSize, fill, weight: look.weight ?? 'regular' }),
      );
      y += look.line;
    }
  };
  write(titleLines, TITLE, 'var(--ink)');
  write(subtitleLines, SUBTITLE, 'var(--muted)');
  const body = svgElement('g', { transform: `translate(${MARGIN} ${head})` });
  for (const child of drawing.childNodes) body.append(child.cloneNode(true));
  page.append(body);
  y = head + drawn.height + 10;
  write(sourceLines, SOURCE, 'var(--muted)');
  return page;
}

/** What a style is when nothing says otherwise: not worth writing down. */
const SHAPE_STYLES: Readonly<Record<string, string>> = {
  fill: '',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
};
const TEXT_STYLES: Readonly<Record<string, string>> = {
  ...SHAPE_STYLES,
  'font-family': '',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
  'paint-order': 'normal',
};
const SHAPES = new Set(['path', 'rect', 'circle', 'line']);
/** What only the window knows. */
const LEFT_BEHIND = ['class', 'style', 'aria-label', 'aria-hidden'];

/** Writes down, on every shape, what the style sheets and the groups round it made of it. */
function settleStyles(page: SVGSVGElement) {
  const elements = [...page.querySelectorAll('*')];
  const settled = elements.map((element) => {
    if (element.tagName === 'text') return stylesOf(element, TEXT_STYLES);
    return SHAPES.has(element.tagName) ? stylesOf(element, SHAPE_STYLES) : new Map<string, string>();
  });
  for (const [at, element] of elements.entries()) {
    for (const name of [...LEFT_BEHIND, ...Object.keys(TEXT_STYLES)]) element.removeAttribute(name);
    for (const [name, value] of settled[at] ?? []) element.setAttribute(name, value);
  }
  page.removeAttribute('class');
}

/** The styles of a shape that differ from what they would be anyway. */
function stylesOf(element: Element, initial: Readonly<Record<string, string>>): Map<string, string> {
  const computed = getComputedStyle(element);
  const styles = new Map<string, string>();
  for (const [name, usual] of Object.entries(initial)) {
    // An engine that does not compute a style leaves what the drawing said.
    const value = plainValue(computed.getPropertyValue(name) || (element.getAttribute(name) ?? ''));
    if (value !== '' && value !== usual) styles.set(name, name === 'font-family' ? fontNames(value) : value);
  }
  return styles;
}

/** Lengths without `px` and references without quotation marks, as drawing programs read them. */
function plainValue(value: string): string {
  return value.replace(/url\("?(?:[^"#)]*)(#[^")]+)"?\)/g, 'url($1)').replace(/(\d)px\b/g, '$1');
}

/** The bundled font goes by another name where it is installed. */
function fontNames(value: string): string {
  return value.includes('Inter Variable') ? `Inter, ${value.replaceAll('"', "'")}` : value.replaceAll('"', "'");
}
