const SVG = 'http://www.w3.org/2000/svg';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An SVG element with its attributes and contents; attributes left undefined are not set. */
export function svgElement<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...contents: (Node | string)[]
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(attribute, String(value));
  }
  element.append(...contents);
  return element;
}

/** A coordinate short enough to read in a saved file: a hundredth of a pixel is more than can be seen. */
export function pixel(value: number): number {
  return Math.round(value * 100) / 100;
}
