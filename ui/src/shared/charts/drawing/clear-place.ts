/** A rectangle on the drawing, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The first of the places that hides least of what is already there. */
export function clearPlace<Place extends Box>(places: readonly [Place, ...Place[]], taken: readonly Box[]): Place {
  let [best] = places;
  let least = Number.POSITIVE_INFINITY;
  for (const place of places) {
    const hidden = taken.reduce((sum, box) => sum + overlap(place, box), 0);
    if (hidden < least) [best, least] = [place, hidden];
    if (least === 0) break;
  }
  return best;
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}
