import type { Ref } from 'react';
import { PlacedDrawing } from './readable-chart';
import styles from './readable-chart.module.css';

export interface StillChartProps {
  /** The whole chart in words. */
  summary: string;
  svg: SVGSVGElement;
  height: number;
  ref: Ref<HTMLDivElement>;
}

/** A drawing whose every figure is written on it. */
export function StillChart({ summary, svg, height, ref }: StillChartProps) {
  return (
    <div ref={ref} className={styles.grows} style={{ height }}>
      <div role="img" aria-label={summary} className={styles.picture}>
        <PlacedDrawing svg={svg} />
      </div>
    </div>
  );
}
