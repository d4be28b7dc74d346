import { ArrowUpRight } from 'lucide-react';
import { useMemo } from 'react';
import { goToFigure } from '@/document/wanted-place';
import type { Drivers, DriversReply, DriversRequest, Project, Swing } from '@/ipc/bindings';
import { ShareBars } from '@/shared/charts/share-bars/share-bars';
import { shareTable } from '@/shared/charts/share-bars/share-data';
import { TornadoChart } from '@/shared/charts/tornado-chart/tornado-chart';
import { tornadoTable } from '@/shared/charts/tornado-chart/tornado-data';
import { Disclosure } from '@/shared/components/disclosure';
import { formatCount, formatNumber } from '@/shared/format';
import { unitOf, upperFirst } from '../compare/compare-words';
import { secondsWords } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import { StaleAnswer } from '../parts/stale-answer';
import { driversQuestions } from './drivers-question';
import styles from './drivers-tab.module.css';
import { fromTo, sharesFinding, sharesOf, swingWords, tornadoFinding, tornadoOf } from './drivers-words';

interface DriversAnswerProps {
  project: Project;
  reply: DriversReply;
  request: DriversRequest;
  /** Time it took; none when it was stopped. */
  seconds: number | null;
  /** Whether the service or the option has changed since. */
  isStale: boolean;
}

/** What was found: in sentences, drawn, and figure by figure with the way to where each is entered. */
export function DriversAnswer({ project, reply, request, seconds, isStale }: DriversAnswerProps) {
  const { drivers } = reply;
  const option = project.options.find(({ id }) => id === request.optionId);
  const source = sourceWords(project, reply, seconds);
  return (
    <>
      {isStale && <StaleAnswer questions={driversQuestions} request={request} isThere={option !== undefined} />}
      <article className={styles.answer} aria-live="polite">
        <p className={styles.asked}>
          {option?.name}: what drives the {drivers.words}?
        </p>
        {drivers.stopped && (
          <p className={styles.remark}>Stopped half-way: figures that were not reached are missing.</p>
        )}
        <ul className={styles.sentences}>
          {drivers.sentences.map((sentence) => (
            <li key={sentence}>{sentence}.</li>
          ))}
        </ul>
      </article>
      <div className={styles.halves}>
        <TornadoFigure {...{ drivers, source, isStale }} />
        <SharesFigure {...{ drivers, source, isStale }} />
      </div>
      <FigureTable drivers={drivers} optionId={request.optionId} />
      <p className={styles.source}>{source}</p>
    </>
  );
}

interface PartProps {
  drivers: Drivers;
  source: string;
  isStale: boolean;
}

function TornadoFigure({ drivers, source, isStale }: PartProps) {
  const picture = useMemo(() => tornadoOf(drivers), [drivers]);
  if (picture.rows.length === 0) return null;
  return (
    <section className={styles.card}>
      <ResultFigure
        title={tornadoFinding(drivers)}
        subtitle={`One figure at a time, all others as they are thought to be, on the same simulated futures: mean ${drivers.words}. A pale bar cannot be told from no effect.`}
        source={source}
        fileName={`what-drives-${drivers.name}`}
        table={() => tornadoTable(picture)}
      >
        <TornadoChart picture={picture} stale={isStale} />
      </ResultFigure>
    </section>
  );
}

function SharesFigure({ drivers, source, isStale }: PartProps) {
  const rows = useMemo(() => sharesOf(drivers), [drivers]);
  const { spread } = drivers;
  if (!spread || rows.length === 0) return null;
  const measure = `Shares of the spread of the ${drivers.words}`;
  return (
    <section className={styles.card}>
      <ResultFigure
        title={sharesFinding(drivers)}
        subtitle={`What each uncertain figure explains by itself of the spread of the ${drivers.words}, as a share of its variance, with 95% intervals; from ${formatCount(spread.futures, 'simulated future')} in which all are drawn.`}
        source={source}
        fileName={`what-explains-${drivers.name}`}
        table={() => shareTable(measure, rows)}
      >
        <ShareBars measure={measure} rows={rows} stale={isStale} />
      </ResultFigure>
    </section>
  );
}

/** Figures in sight before the others are asked for. */
const shownFirst = 10;

/** Every figure, the largest first, each a way to where it is entered. */
function FigureTable({ drivers, optionId }: { drivers: Drivers; optionId: string }) {
  const { swings, leftOut } = drivers;
  const rest = swings.slice(shownFirst);
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>Figure by figure</h2>
      <p className={styles.soft}>Press a figure to go to where it is entered.</p>
      <Rows {...{ drivers, optionId }} swings={swings.slice(0, shownFirst)} caption="The figures that move it most" />
      {rest.length > 0 && (
        <Disclosure title="The others" summary={formatCount(rest.length, 'figure')}>
          <Rows {...{ drivers, optionId }} swings={rest} caption="The other figures" />
        </Disclosure>
      )}
      {leftOut.length > 0 && (
        <Disclosure title="Not tried" summary={formatCount(leftOut.length, 'figure')}>
          <ul className={styles.sentences}>
            {leftOut.map(({ place, words, reason }) => (
              <li key={place}>
                {words}: {reason}.
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

interface RowsProps {
  drivers: Drivers;
  optionId: string;
  swings: readonly Swing[];
  caption: string;
}

function Rows({ drivers, optionId, swings, caption }: RowsProps) {
  const unit = unitOf(drivers);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.tableRoom} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Moved</th>
            <th scope="col">{upperFirst(drivers.words)}</th>
          </tr>
        </thead>
        <tbody>
          {swings.map((swing) => (
            <tr key={swing.input.place}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.link}
                  title="Go to where it is entered"
                  onClick={() => goToFigure(optionId, swing.input.place)}
                >
                  {swing.input.words}
                  <ArrowUpRight aria-hidden="true" />
                </button>
              </th>
              <td>
                {fromTo(swing.input)}
                {swing.input.hasRange && <span className={styles.soft}>, its range</span>}
              </td>
              <td>{swingWords(swing, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function sourceWords(
  { name }: Project,
  { drivers, seed, engineVersion }: DriversReply,
  seconds: number | null,
): string {
  const time = seconds === null ? [] : [secondsWords(seconds)];
  const futures = `${formatNumber(drivers.replications, 0)} simulated futures, seed ${seed}`;
  return [name, futures, `Pathloom engine ${engineVersion}`, ...time].join(' · ');
}
