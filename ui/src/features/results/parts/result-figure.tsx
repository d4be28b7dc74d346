import type { ReactNode } from 'react';
import { figureTools } from '@/document/figure-tools';
import type { ChartTable } from '@/shared/charts/chart-data';
import { ChartFigure } from '@/shared/charts/figure/chart-figure';

interface ResultFigureProps {
  /** The finding, as a sentence. */
  title: string;
  /** What is drawn. */
  subtitle: string;
  /** What the figures can be traced to: goes with copied and saved images. The screen names it once, at its foot. */
  source: string;
  /** Name of a saved file without its ending. */
  fileName: string;
  table: () => ChartTable;
  headingLevel?: 2 | 3;
  /** Beside the buttons: a choice of what is drawn. */
  controls?: ReactNode;
  children: ReactNode;
}

/** A chart of results in its frame, with the program's clipboard and disk behind its buttons. */
export function ResultFigure(props: ResultFigureProps) {
  return <ChartFigure {...props} hidesSource {...figureTools} />;
}
