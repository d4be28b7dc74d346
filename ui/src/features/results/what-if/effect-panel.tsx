import { memo, useEffect } from 'react';
import { weeklyMeasures } from '@/document/measures';
import type { Project } from '@/ipc/bindings';
import { spreadWords } from '@/shared/charts/words';
import { Help } from '@/shared/components/help';
import { Notice } from '@/shared/components/notice';
import { Panel } from '@/shared/components/panel';
import { formatCount } from '@/shared/format';
import { announce } from '@/shared/notices/announcements';
import { classifyError } from '@/shared/notices/classify-error';
import { lastWeekOf, spreadAt, weeklyBands, wholeService } from '../data/figures';
import type { OptionWithResults } from '../data/outcomes';
import { WeekSlider } from '../parts/week-slider';
import { chooseWeek } from '../results-view';
import { type Effect, useWhatIf } from './what-if';
import styles from './what-if-tab.module.css';
import { differenceAt, differenceWords, effectWords, movesWords, spokenEffect } from './what-if-words';

interface EffectPanelProps {
  project: Project;
  option: OptionWithResults;
  week: number;
}

const measures = ['longestWait', 'waitingList'] as const;

/** What the moved figures come to at the end of a week, in words. */
export function EffectPanel({ project, option, week }: EffectPanelProps) {
  const levers = useWhatIf((whatIf) => whatIf.levers);
  const effect = useWhatIf((whatIf) => whatIf.effect);
  const problem = useWhatIf((whatIf) => whatIf.problem);
  const hasMoved = useWhatIf(({ moves }) => moves.length > 0);
  const lines = measures.map((measure) => lineOf(measure, option, effect, week));
  const title = effect ? sentence(movesWords(levers, effect.moves)) : 'As it is';
  useSpokenEffect(effect !== null, `${title}. ${lines.map(({ spoken }) => spoken).join(' ')}`);
  const subtitle = hasMoved ? futuresWords(effect) : `Move a figure to see what it would do to ${option.name}`;
  return (
    <Panel title={title} subtitle={subtitle} actions={<Week project={project} option={option} week={week} />}>
      {problem !== null && <Refusal problem={problem} />}
      <table className={styles.lines}>
        <caption className={styles.unseen}>At the end of week {week}</caption>
        <thead>
          <tr>
            <th scope="col">At the end of week {week}</th>
            <th scope="col">
              {effect ? 'As it is → as moved' : 'As it is'}
              <span className={styles.how}>median, and 9 in 10 simulated futures</span>
            </th>
            {effect && (
              <th scope="col">
                <span className={styles.heading}>
                  Difference
                  <Help about="the difference">
                    The mean difference in the same simulated futures, with its 95% interval: the people and their needs
                    are the same in both, so the difference is what you moved.
                  </Help>
                </span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ measure, words, difference }) => (
            <tr key={measure}>
              <th scope="row">{weeklyMeasures[measure].name}</th>
              <td className={styles.figure}>{words}</td>
              {effect && <td>{difference}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

const Week = memo(function Week({ project: { startDate }, option, week }: EffectPanelProps) {
  return (
    <div className={styles.week}>
      <WeekSlider
        label="At the end of"
        week={week}
        lastWeek={lastWeekOf([option])}
        startDate={startDate}
        onChange={chooseWeek}
      />
    </div>
  );
});

function lineOf(measure: (typeof measures)[number], option: OptionWithResults, effect: Effect | null, week: number) {
  const words = weeklyMeasures[measure];
  const before = spreadAt(weeklyBands(option.results, measure, wholeService), week);
  if (!effect) return { measure, words: spreadWords(before, words.unit), difference: '', spoken: '' };
  const after = spreadAt(effect.headline[measure], week);
  const columns = effect.differences?.[measure];
  const found = columns ? differenceAt(columns, week) : null;
  const difference = found ? differenceWords(found, words) : columns ? 'Nobody to measure' : 'Working it out';
  const end = found ? `: ${difference}` : '';
  return {
    measure,
    words: effectWords(before, after, words.unit),
    difference,
    spoken: `${words.name} at week ${week} ${spokenEffect(before, after, words.unit)}${end}.`,
  };
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

function futuresWords(effect: Effect | null): string {
  if (!effect) return 'Simulating';
  const { replicationsFinished: finished } = effect.headline;
  const futures = formatCount(finished, 'simulated future');
  return finished < effect.asked ? `${futures} so far: the bands will sharpen` : `${futures}, the same as the run's`;
}

function Refusal({ problem }: { problem: unknown }) {
  const { title, detail } = classifyError(problem);
  return (
    <Notice tone="warning" title="It cannot be simulated like this">
      {[title, detail].filter(Boolean).join('. ')}
    </Notice>
  );
}

/** Rest before an effect is read aloud [ms]: nobody hears every step of a drag. Chosen. */
const restMs = 900;

/** Has the effect read aloud once it has come to rest. */
function useSpokenEffect(isShown: boolean, words: string): void {
  useEffect(() => {
    if (!isShown) return;
    const timer = setTimeout(() => announce(words), restMs);
    return () => clearTimeout(timer);
  }, [isShown, words]);
}
