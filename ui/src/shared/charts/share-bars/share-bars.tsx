import { useMemo, useRef } from 'react';
import type { Freshness } from '../chart-data';
import { StillChart } from '../cursor/still-chart';
import { useChartSize } from '../drawing/chart-size';
import { freshnessNote } from '../words';
import { type ShareRow, shareSummary } from './share-data';
import { drawShares } from './share-drawing';

export interface ShareBarsProps extends Freshness {
  /** What the shares are of: `Shares of the spread of the longest wait`. */
  measure: string;
  rows: readonly ShareRow[];
}

/** Shares of a whole, each with its interval and the same in figures beside it. */
export function ShareBars({ measure, rows, partial, stale }: ShareBarsProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const { svg, height } = useMemo(
    () => drawShares(rows, { width, textScale, partial, stale }),
    [rows, width, textScale, partial, stale],
  );
  const note = freshnessNote({ partial, stale });
  const summary = `${note === '' ? '' : `${note}. `}${shareSummary(measure, rows)}`;
  return <StillChart ref={room} summary={summary} svg={svg} height={height} />;
}
