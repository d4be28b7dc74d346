import { useMemo, useRef } from 'react';
import type { Freshness } from '../chart-data';
import { StillChart } from '../cursor/still-chart';
import { useChartSize } from '../drawing/chart-size';
import { freshnessNote } from '../words';
import { differenceSummary } from './difference-data';
import { type DifferencePicture, drawDifferences } from './difference-drawing';

export interface DifferenceChartProps extends DifferencePicture, Freshness {
  /** What is compared: `Longest wait at week 52`. */
  measure: string;
}

/** How far options are from a base, each with its interval and the same in words beside it. */
export function DifferenceChart({ measure, differences, baseName, unit, partial, stale }: DifferenceChartProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const { svg, height } = useMemo(
    () => drawDifferences({ differences, baseName, unit }, { width, textScale, partial, stale }),
    [differences, baseName, unit, width, textScale, partial, stale],
  );
  const note = freshnessNote({ partial, stale });
  const summary = `${note === '' ? '' : `${note}. `}${differenceSummary(measure, baseName, differences)}`;
  return <StillChart ref={room} summary={summary} svg={svg} height={height} />;
}
