import { useMemo } from 'react';
import type { ShapeFit, ShapeFits } from '@/ipc/bindings';
import { ChartFigure } from '@/shared/charts/figure/chart-figure';
import { PointChart } from '@/shared/charts/point-chart/point-chart';
import { valueTable } from '@/shared/charts/value-histogram/value-data';
import { ValueHistogram } from '@/shared/charts/value-histogram/value-histogram';
import { lowerFirst } from '@/shared/format/words';
import { figureTools } from '../figure-tools';
import styles from './shape-dialog.module.css';
import { againstSeries, curveOf, quantileTable, standings } from './shape-words';

interface ShapePicturesProps {
  fits: ShapeFits;
  fit: ShapeFit;
  label: string;
  unit: string;
}

/** The column with a shape over it, and its quantiles against those of the shape. */
export function ShapePictures({ fits, fit, label, unit }: ShapePicturesProps) {
  const curves = useMemo(() => [curveOf(fit)], [fit]);
  const series = useMemo(() => againstSeries(fit, unit), [fit, unit]);
  const axisName = `${lowerFirst(label)}${unit && `, ${unit.trim()}`}`;
  const name = fit.name.charAt(0).toUpperCase() + fit.name.slice(1);
  const axes = useMemo(() => {
    const axis = (words: string) =>
      ({ name: `${words}${unit && `, ${unit.trim()}`}`, unit: 'plain', from: 'data' }) as const;
    return { x: axis('expected'), y: axis('measured') };
  }, [unit]);
  const source = fits.findings[0] ?? '';
  return (
    <div className={styles.pictures}>
      <ChartFigure
        headingLevel={3}
        title={`${name} ${standings[fit.standing].label}`}
        subtitle="Bars: values measured. Line: how many the shape expects in a bar around each value."
        source={source}
        hidesSource
        table={() => valueTable(`Values measured, and what the ${fit.name} shape expects`, fits.bars, curves)}
        fileName={`${fit.name}-histogram`}
        {...figureTools}
      >
        <ValueHistogram bars={fits.bars} curves={curves} axisName={axisName} height={210} />
      </ChartFigure>
      <ChartFigure
        headingLevel={3}
        title="Value for value"
        subtitle="The nearer the points lie to the straight line, the better the shape (Q–Q)."
        source={source}
        hidesSource
        table={() => quantileTable(fit, unit)}
        fileName={`${fit.name}-quantiles`}
        {...figureTools}
      >
        <PointChart series={series} {...axes} height={230} />
      </ChartFigure>
    </div>
  );
}
