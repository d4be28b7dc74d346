import { useMemo, useRef } from 'react';
import { StillChart } from '../cursor/still-chart';
import { useChartSize } from '../drawing/chart-size';
import { type StarPointShown, starSummary } from './star-data';
import { drawStar } from './star-drawing';

export interface StarChartProps {
  /** What the star is of: `Tiered redesign against Do nothing`. */
  about: string;
  /** The five points, clockwise from the top. */
  points: readonly StarPointShown[];
}

/** What is changed, by the five points of a star. */
export function StarChart({ about, points }: StarChartProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const { svg, height } = useMemo(() => drawStar(points, { width, textScale }), [points, width, textScale]);
  return <StillChart ref={room} summary={starSummary(about, points)} svg={svg} height={height} />;
}
