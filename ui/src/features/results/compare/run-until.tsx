import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useDocument } from '@/document/document';
import { loadResults, useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { ComparedFigure, PrecisionAnswer, PrecisionProgress, WishRequest } from '@/ipc/bindings';
import { unitName } from '@/shared/charts/words';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import { Progress } from '@/shared/components/progress';
import { Select } from '@/shared/components/select';
import { formatCount, formatNumber } from '@/shared/format';
import { precisionRuns } from './compare-questions';
import styles from './compare-tab.module.css';
import { figureName, unitOf } from './compare-words';

/** Most simulated futures of an option that a run for precision may take; chosen: minutes on a laptop. */
const mostFutures = 5_000;

interface RunUntilProps {
  /** The options that are compared: all of them, so that they share their futures afterwards too. */
  optionIds: readonly string[];
  figures: readonly ComparedFigure[];
  /** The figure that is looked at, which is asked for first. */
  figure: ComparedFigure;
  week: number;
}

interface Wish {
  figure: string;
  halfWidth: number;
}

/** Simulates as many futures as it takes to know figures to a stated width. */
export function RunUntil({ optionIds, figures, figure, week }: RunUntilProps) {
  const [wishes, setWishes] = useState<readonly Wish[]>([]);
  const { isUnderWay, progress, answer, ending } = precisionRuns.use();
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const shown = wishes.length > 0 ? wishes : [wishFor(figure)];
  const put = (at: number, wish: Partial<Wish>) =>
    setWishes(shown.map((one, place) => (place === at ? { ...one, ...wish } : one)));
  const unused = figures.find(({ name }) => !shown.some((wish) => wish.figure === name));
  return (
    <div className={styles.until}>
      <h3>Run until this is known well enough</h3>
      <ul className={styles.wishes}>
        {shown.map((wish, at) => (
          <li key={wish.figure} className={styles.wish}>
            <WishFields
              wish={wish}
              figures={figures.filter(isFree(shown, wish))}
              onChange={(changed) => put(at, changed)}
            />
            {shown.length > 1 && (
              <IconButton
                size="small"
                label={`Leave out ${nameOf(figures, wish.figure)}`}
                icon={<Trash2 />}
                onPress={() => setWishes(shown.filter((_, place) => place !== at))}
              />
            )}
          </li>
        ))}
      </ul>
      {isUnderWay ? (
        <UntilProgress progress={progress} />
      ) : (
        <div className={styles.actions}>
          <Button variant="primary" isDisabled={isRunning} onPress={() => void runUntil(optionIds, shown, week)}>
            Run until then
          </Button>
          {unused && (
            <Button icon={<Plus />} onPress={() => setWishes([...shown, wishFor(unused)])}>
              Another figure
            </Button>
          )}
        </div>
      )}
      {!isUnderWay && ending !== null && ending !== 'failed' && (
        <p className={styles.line}>{endedWords(answer, ending)}</p>
      )}
    </div>
  );
}

/** Figures that a wish can be about: those that no other wish is about. */
const isFree = (wishes: readonly Wish[], mine: Wish) => (figure: ComparedFigure) =>
  figure.name === mine.figure || !wishes.some((wish) => wish.figure === figure.name);

const nameOf = (figures: readonly ComparedFigure[], name: string) =>
  figureName(figures.find((one) => one.name === name) ?? { words: name });

/** What is asked for of a figure before anybody has said: half of what it is now, rounded to one digit. */
function wishFor(figure: ComparedFigure): Wish {
  const widths = figure.bands.flatMap(({ meanIntervalHalfWidth: half }) => (half === null || half === 0 ? [] : [half]));
  const half = widths.length === 0 ? 1 : Math.max(...widths) / 2;
  return { figure: figure.name, halfWidth: Number(half.toPrecision(1)) };
}

function WishFields(props: {
  wish: Wish;
  figures: readonly ComparedFigure[];
  onChange: (wish: Partial<Wish>) => void;
}) {
  const { wish, figures, onChange } = props;
  const figure = figures.find(({ name }) => name === wish.figure);
  if (!figure) return null;
  const unit = unitOf(figure);
  const choices = figures.map((one) => ({ id: one.name, label: figureName(one) }));
  const choose = (name: string) => {
    const chosen = figures.find((one) => one.name === name);
    if (chosen) onChange(wishFor(chosen));
  };
  return (
    <>
      <Select label="Figure" layout="inline" value={wish.figure} options={choices} onChange={choose} />
      <span>within ±</span>
      <NumberField
        label={`${figureName(figure)}, half-width of the 95% interval`}
        layout="inline"
        value={wish.halfWidth}
        min={0.001}
        decimals={3}
        step={wish.halfWidth / 10}
        {...(unit === 'pounds' ? { prefix: '£' } : {})}
        onCommit={(halfWidth) => onChange({ halfWidth })}
      />
      <span>{unit === 'percent' ? 'points' : unit === 'pounds' ? '' : unitName(unit)}</span>
    </>
  );
}

async function runUntil(optionIds: readonly string[], wishes: readonly Wish[], week: number): Promise<void> {
  const { id: projectId } = useDocument.getState();
  const seed = useSettings.getState().settings?.seed ?? '1';
  if (projectId === null) return;
  const asked: WishRequest[] = wishes.map((wish) => ({ ...wish, week }));
  await precisionRuns.ask({ projectId, optionIds: [...optionIds], wishes: asked, mostReplications: mostFutures, seed });
  // What a run for precision has made is kept like any run's: every room shows it.
  await loadResults();
}

function UntilProgress({ progress }: { progress: PrecisionProgress | null }) {
  const isStopping = precisionRuns.use((state) => state.isStopping);
  const looks = progress?.growth.length ?? 0;
  const last = progress?.growth.at(-1);
  const known = last ? `, precision looked at after ${formatCount(last.replications, 'future')} of each option` : '';
  return (
    <Progress
      label={isStopping ? 'Stopping' : `Simulating${looks > 0 ? known : ''}`}
      share={progress ? progress.made / Math.max(progress.untilLook, 1) : null}
      words={progress ? `${formatNumber(progress.made, 0)} of ${formatNumber(progress.untilLook, 0)}` : ''}
      onCancel={precisionRuns.stop}
    />
  );
}

function endedWords(answer: PrecisionAnswer | null, ending: 'finished' | 'stopped'): string {
  const futures = answer?.growth.at(-1)?.replications ?? 0;
  const made = `${formatCount(futures, 'simulated future')} of each option`;
  if (ending === 'stopped') return `Stopped. What had finished is kept: ${made}.`;
  if (answer?.ended === 'reached')
    return `Known as well as asked after ${made}; all of these intervals hold together with 95% confidence.`;
  return `Not known as well as asked after ${made}, the most that are made. Ask for a wider interval, or simulate more futures by hand.`;
}
