import { expect, it } from 'vitest';
import { svgElement } from '../drawing/svg-element';
import { paintDrawing } from './paint-drawing';

/** Writes down what it is asked to paint. */
function notebook() {
  const notes: string[] = [];
  const state: Record<string, unknown> = { globalAlpha: 1 };
  const context = new Proxy(state, {
    get: (target, name) =>
      typeof name === 'string' && name in target
        ? target[name]
        : (...given: unknown[]) =>
            notes.push(`${String(name)}(${given.filter((one) => typeof one !== 'object').join(', ')})`),
    set: (target, name, value) => {
      target[String(name)] = value;
      notes.push(`${String(name)} = ${String(value)}`);
      return true;
    },
  });
  return { context: context as unknown as CanvasRenderingContext2D, notes };
}

it('paints the rim of a label before its letters, in the face it was measured in', () => {
  const { context, notes } = notebook();
  const label = svgElement(
    'text',
    {
      x: 4,
      y: 9,
      fill: 'black',
      stroke: 'white',
      'stroke-width': 3,
      'font-size': 11,
      'font-weight': 600,
      'font-family': 'Inter',
      'text-anchor': 'end',
    },
    '72 weeks',
  );
  paintDrawing(svgElement('svg', {}, svgElement('g', { transform: 'translate(20 30)' }, label)), context, 2);
  expect(notes).toContain('scale(2, 2)');
  expect(notes).toContain('translate(20, 30)');
  expect(notes).toContain('font = 600 11px Inter');
  expect(notes).toContain('textAlign = right');
  expect(notes.indexOf('strokeText(72 weeks, 4, 9)')).toBeGreaterThan(0);
  expect(notes.indexOf('strokeText(72 weeks, 4, 9)')).toBeLessThan(notes.indexOf('fillText(72 weeks, 4, 9)'));
});

it('leaves out what has no shape', () => {
  const { context, notes } = notebook();
  paintDrawing(svgElement('svg', {}, svgElement('title', {}, 'x'), svgElement('defs')), context, 1);
  expect(notes).toEqual(['save()', 'scale(1, 1)', 'restore()']);
});
