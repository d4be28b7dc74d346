import { useMemo, useRef } from 'react';
import type { Freshness } from '../chart-data';
import { StillChart } from '../cursor/still-chart';
import { useChartSize } from '../drawing/chart-size';
import { freshnessNote } from '../words';
import { type TornadoPicture, tornadoSummary } from './tornado-data';
import { drawTornado } from './tornado-drawing';

/** What moves an answer, one figure at a time: the largest first, each with its own values at the ends of its bars. */
export function TornadoChart({ picture, partial, stale }: { picture: TornadoPicture } & Freshness) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const { svg, height } = useMemo(
    () => drawTornado(picture, { width, textScale, partial, stale }),
    [picture, width, textScale, partial, stale],
  );
  const note = freshnessNote({ partial, stale });
  const summary = `${note === '' ? '' : `${note}. `}${tornadoSummary(picture)}`;
  return <StillChart ref={room} summary={summary} svg={svg} height={height} />;
}
