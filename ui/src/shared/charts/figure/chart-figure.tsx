import { Copy, Download, Table2 } from 'lucide-react';
import { type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react';
import { IconButton } from '../../components/icon-button';
import { Menu } from '../../components/menu';
import type { ChartTable } from '../chart-data';
import { type DrawingWords, exportDrawing } from '../export/export-drawing';
import { csvBytes } from '../export/to-csv';
import { toPng } from '../export/to-png';
import { svgBytes } from '../export/to-svg';
import styles from './chart-figure.module.css';
import { ChartTableView } from './chart-table-view';
import { useTablesShown } from './tables-shown';

/** A kind of file that a chart can be saved as. */
export type ChartFileKind = 'png' | 'svg' | 'csv';

export interface ChartFigureProps {
  /** The finding, as a sentence. */
  title: string;
  /** What is drawn. */
  subtitle?: string;
  /** Where the figures come from; goes with every copied and saved image. */
  source?: string;
  /** Leaves the source to the images, where a screen of figures names it once for all of them. */
  hidesSource?: boolean;
  headingLevel?: 2 | 3 | 4;
  /** The numbers of the chart; worked out only when they are looked at or saved. */
  table: () => ChartTable;
  /** Name of a saved file without its ending: `longest-wait`. */
  fileName: string;
  onCopyImage: (png: Uint8Array) => Promise<void>;
  /** Resolves to false when nothing was saved, because the person thought better of it. */
  onSave: (kind: ChartFileKind, suggestedName: string, bytes: Uint8Array) => Promise<boolean>;
  /** Copying or saving failed; the app says so where it says such things. */
  onProblem: (error: unknown) => void;
  /** Beside the buttons: a choice of what is drawn. */
  controls?: ReactNode;
  /** One chart. */
  children: ReactNode;
}

/** How long a button says that it has done what it was asked. */
const DONE_SHOWN_MS = 2500;

/** A chart with its finding, what is drawn, its numbers as a table, and ways to take it elsewhere. */
export function ChartFigure(props: ChartFigureProps) {
  const {
    title,
    subtitle,
    source,
    hidesSource = false,
    headingLevel = 2,
    table,
    fileName,
    onProblem,
    controls,
    children,
  } = props;
  const all = useTablesShown();
  // What was said of this chart goes before what was said of all of them, until all are spoken of again.
  const [turned, setTurned] = useState({ after: all, isTable: all.areShown });
  const showsTable = turned.after === all ? turned.isTable : all.areShown;
  const [done, setDone] = useState('');
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;

  useEffect(() => {
    if (done === '') return;
    const timer = setTimeout(() => setDone(''), DONE_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [done]);

  const attempt = (action: () => Promise<string>) => {
    action().then(setDone, onProblem);
  };
  const copyImage = async () => {
    await props.onCopyImage(await toPng(composed(body.current, { title, subtitle, source })));
    return 'Image copied';
  };
  const save = async (kind: ChartFileKind) => {
    const bytes = await fileBytes(kind, body.current, { words: { title, subtitle, source }, table });
    return (await props.onSave(kind, `${fileName}.${kind}`, bytes)) ? 'Saved' : '';
  };

  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption className={styles.head}>
        <div className={styles.words}>
          <Heading id={titleId}>{title}</Heading>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        <FigureTools
          showsTable={showsTable}
          onTable={() => setTurned({ after: all, isTable: !showsTable })}
          onCopy={() => attempt(copyImage)}
          onSave={(kind) => attempt(() => save(kind))}
          done={done}
        >
          {controls}
        </FigureTools>
      </figcaption>
      <FigureBody ref={body} showsTable={showsTable} table={table}>
        {children}
      </FigureBody>
      {source && !hidesSource && <p className={styles.source}>{source}</p>}
    </figure>
  );
}

interface FigureToolsProps {
  showsTable: boolean;
  onTable: () => void;
  onCopy: () => void;
  onSave: (kind: ChartFileKind) => void;
  /** What has just been done; empty most of the time. */
  done: string;
  children: ReactNode;
}

function FigureTools({ showsTable, onTable, onCopy, onSave, done, children }: FigureToolsProps) {
  const saveAs = SAVE_AS.map(([kind, label, description]) => ({
    id: kind,
    label,
    description,
    onAction: () => onSave(kind),
  }));
  return (
    <div className={styles.tools}>
      {children}
      <span className={styles.done} role="status">
        {done}
      </span>
      <IconButton
        label="Table of the numbers"
        icon={<Table2 />}
        size="small"
        aria-pressed={showsTable}
        onPress={onTable}
      />
      <IconButton label="Copy image" icon={<Copy />} size="small" onPress={onCopy} />
      <Menu
        label="Save"
        placement="bottom end"
        trigger={<IconButton label="Save…" icon={<Download />} size="small" />}
        choices={saveAs}
      />
    </div>
  );
}

const SAVE_AS: readonly (readonly [ChartFileKind, string, string])[] = [
  ['png', 'Picture (PNG)', 'For slides and e-mail'],
  ['svg', 'Drawing (SVG)', 'Stays sharp at any size'],
  ['csv', 'Numbers (CSV)', 'For a spreadsheet'],
];

interface FigureBodyProps {
  ref: Ref<HTMLDivElement>;
  showsTable: boolean;
  table: () => ChartTable;
  children: ReactNode;
}

/** The chart stays in the page behind its table, so that its image can be copied all the same. */
function FigureBody({ ref, showsTable, table, children }: FigureBodyProps) {
  return (
    <>
      <div ref={ref} className={styles.body} hidden={showsTable}>
        {children}
      </div>
      {showsTable && <ChartTableView table={table()} />}
    </>
  );
}

interface FileContents {
  readonly words: DrawingWords;
  readonly table: () => ChartTable;
}

async function fileBytes(
  kind: ChartFileKind,
  body: HTMLElement | null,
  { words, table }: FileContents,
): Promise<Uint8Array> {
  if (kind === 'csv') return csvBytes(table());
  const drawing = composed(body, words);
  return kind === 'png' ? toPng(drawing) : svgBytes(drawing);
}

function composed(body: HTMLElement | null, words: DrawingWords): SVGSVGElement {
  const drawing = body?.querySelector<SVGSVGElement>('svg.chart-drawing');
  if (!drawing) throw new Error('The figure holds no drawing');
  return exportDrawing(drawing, words);
}
