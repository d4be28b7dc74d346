import type { ReactNode } from 'react';
import { client } from '@/ipc/client';
import type { ChartTable } from '@/shared/charts/chart-data';
import { ChartFigure, type ChartFileKind } from '@/shared/charts/figure/chart-figure';
import { showError } from '@/shared/notices/notices';

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
  return <ChartFigure {...props} hidesSource onCopyImage={copyImage} onSave={saveFile} onProblem={showError} />;
}

async function copyImage(png: Uint8Array): Promise<void> {
  await client().imageCopy(Array.from(png));
}

async function saveFile(kind: ChartFileKind, name: string, bytes: Uint8Array): Promise<boolean> {
  return (await client().fileSave(name, kind, Array.from(bytes))) !== null;
}
