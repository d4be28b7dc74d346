import { type Markish, type PlotOptions, plot, type Scale } from '@observablehq/plot';

/** A function mark: draws anything with the chart's own scales. */
export type Layer = Extract<Markish, (...args: never[]) => unknown>;

/** A finished drawing and how to read places from it. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  /** The scale of an axis; every chart here has the axes it asks for. */
  readonly scale: (name: 'x' | 'y') => Scale;
}

/**
 * Draws with Observable Plot, as one SVG that carries no style element.
 *
 * Plot writes a style element into every drawing; the page's policy allows styles from files only, so it is taken out
 * before the drawing reaches the page, and drawing.module.css says the same. The drawing is hidden from assistive
 * technology: the element around it holds the summary in words.
 */
export function drawPlot(options: PlotOptions): Drawing {
  const chart = plot({ ...options, figure: false, className: 'chart-drawing' }) as SVGSVGElement & {
    scale: (name: string) => Scale | undefined;
  };
  for (const style of chart.querySelectorAll('style')) style.remove();
  chart.setAttribute('aria-hidden', 'true');
  chart.setAttribute('focusable', 'false');
  for (const labelled of chart.querySelectorAll('[aria-label]')) labelled.removeAttribute('aria-label');
  return {
    svg: chart,
    scale: (name) => {
      const scale = chart.scale(name);
      if (scale === undefined) throw new Error(`The drawing has no ${name} scale`);
      return scale;
    },
  };
}
