/** A composed drawing as the bytes of an SVG file. */
export function svgBytes(composed: SVGSVGElement): Uint8Array {
  return new TextEncoder().encode(toSvg(composed));
}

/** A composed drawing as the text of an SVG file. */
export function toSvg(composed: SVGSVGElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(composed)}\n`;
}
