import { Import } from 'lucide-react';
import { useMemo, useState } from 'react';
import { edit, useDocument } from '@/document/document';
import { putFigure } from '@/document/figure-place';
import type { Actuals, Fit, FitReply, Project, ServiceOption } from '@/ipc/bindings';
import { PointChart } from '@/shared/charts/point-chart/point-chart';
import { Button } from '@/shared/components/button';
import { Notice } from '@/shared/components/notice';
import { formatCount, formatNumber } from '@/shared/format';
import { notify } from '@/shared/notices/notices';
import { unitOf } from '../compare/compare-words';
import { secondsWords } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import {
  estimateWords,
  fitFinding,
  fitSeries,
  fitTable,
  isLearnt,
  learnedWords,
  limitsWords,
  rangeWords,
} from './fit-words';
import { fits } from './history-questions';
import styles from './on-track.module.css';

interface FitAnswerProps {
  project: Project;
  option: ServiceOption;
  series: Actuals;
}

/** What was learnt from what was counted; nothing where nothing was asked of these figures. */
export function FitAnswer({ project, option, series }: FitAnswerProps) {
  const { answer, answered, seconds, isUnderWay } = fits.use();
  const version = useDocument((document) => document.version);
  const [carriedAt, setCarriedAt] = useState<number | null>(null);
  const isOfThis = answered?.request.actualsId === series.id && answered.request.optionId === option.id;
  if (!answer || !answered || !isOfThis) return null;
  const isCarried = carriedAt === version;
  const isStale = answered.version !== version && !isCarried;
  const { fit } = answer;
  const source = sourceWords(project, answer, seconds);
  const carry = () => {
    carryRanges(option, fit);
    setCarriedAt(useDocument.getState().version);
  };
  return (
    <>
      {isStale && !isUnderWay && (
        <Notice
          tone="warning"
          title="The service or the counted figures have changed since this was fitted"
          actions={
            <Button size="small" onPress={() => void fits.ask(answered.request)}>
              Fit again
            </Button>
          }
        />
      )}
      <article className={styles.answer} aria-live="polite">
        <ul className={styles.sentences}>
          {fit.sentences.map((sentence) => (
            <li key={sentence}>{sentence}.</li>
          ))}
        </ul>
        <Ranges fit={fit} />
        <Carry {...{ fit, option, isStale, isCarried }} onCarry={carry} />
      </article>
      <FitFigure {...{ project, option, fit, source, isStale }} />
      <p className={styles.source}>{source}</p>
    </>
  );
}

/** Each figure: what it may be, what goes with what was counted, and what would stand in the document. */
function Ranges({ fit }: { fit: Fit }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.tableRoom} aria-label="Fitted figures" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Your limits</th>
            <th scope="col">Goes with what was counted, 9 in 10</th>
            <th scope="col">For the document</th>
          </tr>
        </thead>
        <tbody>
          {fit.figures.map((figure) => (
            <tr key={figure.place}>
              <th scope="row">{figure.words}</th>
              <td>{limitsWords(figure.limits)}</td>
              <td>
                {rangeWords(figure.range)} <span className={styles.soft}>{learnedWords[figure.learned]}</span>
              </td>
              <td>{isLearnt(figure) ? estimateWords(figure.estimate) : 'left as it is'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CarryProps {
  fit: Fit;
  option: ServiceOption;
  isStale: boolean;
  isCarried: boolean;
  onCarry: () => void;
}

function Carry({ fit, option, isStale, isCarried, onCarry }: CarryProps) {
  const learnt = fit.figures.filter(isLearnt).length;
  if (learnt === 0) return <p>The history says too little for any range to be carried into the document.</p>;
  if (isCarried) return <p role="status">The ranges stand in the document now, each with where it comes from.</p>;
  return (
    <div className={styles.buttons}>
      <Button icon={<Import />} isDisabled={isStale} onPress={onCarry}>
        Carry {learnt === 1 ? 'this range' : 'these ranges'} into the document
      </Button>
      <p className={styles.soft}>
        One step that can be undone. Other options that share the design or the staffing of {option.name} get{' '}
        {learnt === 1 ? 'it' : 'them'} too.
      </p>
    </div>
  );
}

/** Puts what was learnt into the document, with where it comes from: one step of undo. */
function carryRanges(option: ServiceOption, fit: Fit): void {
  const learnt = fit.figures.filter(isLearnt);
  const ranges = formatCount(learnt.length, 'fitted range');
  let put = 0;
  edit(`Carry ${ranges} into the document`, (draft) => {
    for (const { place, estimate } of learnt) put += putFigure(draft, option.id, place, estimate) ? 1 : 0;
  });
  notify({
    tone: put === learnt.length ? 'success' : 'warning',
    title: `${formatCount(put, 'range')} carried into the document`,
    detail:
      put === learnt.length
        ? `Estimated from the history “${fit.history}”: the bands are now as wide as what is not known makes them. Run again to see them.`
        : 'Some of the figures are not in the document any more.',
  });
}

interface FitFigureProps {
  project: Project;
  option: ServiceOption;
  fit: Fit;
  source: string;
  isStale: boolean;
}

function FitFigure({ project, option, fit, source, isStale }: FitFigureProps) {
  const unit = unitOf(fit);
  const series = useMemo(() => {
    const colourIndex = Math.max(
      0,
      project.options.findIndex(({ id }) => id === option.id),
    );
    return fitSeries(fit, { id: option.id, name: option.name, colourIndex }, unit);
  }, [project.options, option.id, option.name, fit, unit]);
  return (
    <section className={styles.card}>
      <ResultFigure
        title={fitFinding(fit)}
        subtitle={`The ${fit.words} that was counted, beside the median and the 9 in 10 of futures that had no part in fitting.`}
        source={source}
        fileName="fit-to-what-was-counted"
        table={() => fitTable(fit, unit)}
      >
        <PointChart
          series={series}
          x={{ name: 'weeks since the counting began', unit: 'weeks' }}
          y={{ name: fit.words, unit, from: 'data' }}
          height={280}
          stale={isStale}
        />
      </ResultFigure>
    </section>
  );
}

function sourceWords({ name }: Project, { fit, seed, engineVersion }: FitReply, seconds: number | null): string {
  const time = seconds === null ? [] : [secondsWords(seconds)];
  const futures = `${formatNumber(fit.replications, 0)} simulated futures, seed ${seed}`;
  return [name, futures, `Pathloom engine ${engineVersion}`, ...time].join(' · ');
}
