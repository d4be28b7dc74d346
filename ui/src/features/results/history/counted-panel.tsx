import { FileUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DayField } from '@/document/fields/day-field';
import { useProblemAt } from '@/document/fields/place';
import type { ActualMeasure, Actuals, Project } from '@/ipc/bindings';
import { unitName } from '@/shared/charts/words';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import { formatDayShort } from '@/shared/format';
import { AddFigure } from './add-figure';
import { CountedImport } from './counted-import';
import {
  beginSeries,
  chooseSeries,
  countAnother,
  countedMeasures,
  countOf,
  putFigureAt,
  readDayOrWeek,
  removeFigureAt,
  removeSeries,
  renameSeries,
  scopeId,
  scopesOf,
  takeOver,
} from './counted-series';
import styles from './on-track.module.css';

const measures = (Object.keys(countedMeasures) as ActualMeasure[]).map((id) => ({
  id,
  label: countedMeasures[id].label,
}));

/** What the service counted: a small table to type into, or a list to paste. */
export function CountedPanel({ project, series }: { project: Project; series: Actuals | null }) {
  const [isImporting, setIsImporting] = useState(false);
  return (
    <Panel title="What was counted" subtitle="Real list sizes or longest waits, by day. They change no simulation.">
      <div className={styles.form}>
        {project.actuals.length > 1 && series && (
          <Select
            label="Counted figures"
            value={series.id}
            options={project.actuals.map(({ id, name }) => ({ id, label: name }))}
            onChange={chooseSeries}
          />
        )}
        {series && (
          <>
            <FigureRows series={series} startDate={project.startDate} />
            <AddFigure key={series.id} series={series} startDate={project.startDate} />
            <Button size="small" icon={<FileUp />} onPress={() => setIsImporting(true)}>
              Paste or import a list…
            </Button>
            <AboutSeries project={project} series={series} />
          </>
        )}
        <Begin isFirst={series === null} />
      </div>
      {isImporting && series && (
        <CountedImport
          series={series}
          onClose={() => setIsImporting(false)}
          onAccept={(figures) => {
            setIsImporting(false);
            takeOver(series, figures);
          }}
        />
      )}
    </Panel>
  );
}

/** Begins another series. */
function Begin({ isFirst }: { isFirst: boolean }) {
  const buttons = measures.map(({ id, label }) => (
    <Button key={id} size="small" icon={<Plus />} onPress={() => beginSeries(id)}>
      {label}
    </Button>
  ));
  if (isFirst) {
    return (
      <>
        <p className={styles.soft}>What do you count?</p>
        <div className={styles.buttons}>{buttons}</div>
      </>
    );
  }
  return (
    <Disclosure title="Count something else too">
      <div className={styles.buttons}>{buttons}</div>
    </Disclosure>
  );
}

function FigureRows({ series, startDate }: { series: Actuals; startDate: string }) {
  const { label, unit } = countedMeasures[series.measure];
  if (series.figures.length === 0) return <p className={styles.soft}>No figure yet. Type the first one below.</p>;
  return (
    <div className={styles.figures}>
      <table className={styles.counted}>
        <caption className={styles.unseen}>{series.name}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">
              {label}, {unitName(unit)}
            </th>
            <th scope="col">
              <span className={styles.unseen}>Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {series.figures.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is the figure at its place, whatever its day becomes
            <FigureRow key={at} {...{ series, startDate, at }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureRow({ series, startDate, at }: { series: Actuals; startDate: string; at: number }) {
  const place = `actuals/${series.id}/figures/${at}`;
  const problem = useProblemAt(`${place}/value`);
  const figure = series.figures[at];
  if (!figure) return null;
  const day = formatDayShort(figure.date);
  const { label, unit } = countedMeasures[series.measure];
  return (
    <tr>
      <td>
        <DayField
          label={`Day of the figure of ${day}`}
          hideLabel
          value={figure.date}
          at={`${place}/date`}
          read={(text) => readDayOrWeek(text, startDate)}
          onCommit={(date) => putFigureAt(series, at, { date })}
        />
      </td>
      <td>
        <NumberField
          label={`${label} on ${day}`}
          hideLabel
          value={figure.value}
          min={0}
          decimals={unit === 'people' ? 0 : 1}
          error={problem}
          onCommit={(value) => putFigureAt(series, at, { value })}
        />
      </td>
      <td>
        <IconButton size="small" label={`Remove ${day}`} icon={<Trash2 />} onPress={() => removeFigureAt(series, at)} />
      </td>
    </tr>
  );
}

/** What the figures are of, and what they are called. */
function AboutSeries({ project, series }: { project: Project; series: Actuals }) {
  const scopes = scopesOf(project);
  return (
    <Disclosure title="About these figures" summary={countedMeasures[series.measure].label}>
      <div className={styles.form}>
        <TextField label="Called" value={series.name} maxLength={120} onCommit={(name) => renameSeries(series, name)} />
        <Select
          label="What was counted"
          value={series.measure}
          options={measures}
          onChange={(measure) => countAnother(series, measure)}
        />
        {scopes.length > 1 && (
          <Select
            label="Of whom"
            value={scopeId(series.scope)}
            options={scopes}
            onChange={(id) => {
              const found = scopes.find((one) => one.id === id);
              if (found) countOf(series, found.scope);
            }}
          />
        )}
        <Button size="small" icon={<Trash2 />} onPress={() => removeSeries(series)}>
          Remove these figures
        </Button>
      </div>
    </Disclosure>
  );
}
