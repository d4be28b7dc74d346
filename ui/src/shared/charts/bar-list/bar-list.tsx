import { useMemo, useRef } from 'react';
import { formatHours } from '../../format/quantities';
import type { Freshness } from '../chart-data';
import { StillChart } from '../cursor/still-chart';
import { useChartSize } from '../drawing/chart-size';
import { figureWords, freshnessNote } from '../words';
import { LOAD_WORDS, type RoleHours } from './bar-list-data';
import { drawBarList } from './bar-list-drawing';

export interface BarListProps extends Freshness {
  roles: readonly RoleHours[];
}

/** Hours used by role, of the hours there are. Everything it shows is written beside its bars, so there is nothing to point at. */
export function BarList({ roles, partial, stale }: BarListProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const drawing = useMemo(
    () => drawBarList(roles, { width, textScale, partial, stale }),
    [roles, width, textScale, partial, stale],
  );
  return (
    <StillChart
      ref={room}
      summary={hoursSummary(roles, freshnessNote({ partial, stale }))}
      svg={drawing.svg}
      height={drawing.height}
    />
  );
}

function hoursSummary(roles: readonly RoleHours[], note: string): string {
  const words = roles.map(({ name, usedHours, availableHours, usedPercent, state }) => {
    const share = figureWords(usedPercent, 'percent');
    return `${name}: ${formatHours(usedHours)} of ${formatHours(availableHours)} a week, ${share}, ${LOAD_WORDS[state]}.`;
  });
  return [...(note === '' ? [] : [`${note}.`]), ...words].join(' ');
}
