import type { HorizonMeasure, WeeklyMeasure } from '@/document/measures';
import { horizonMeasures, weeklyMeasures } from '@/document/measures';
import type { Project } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { formatWeeks } from '@/shared/format';
import { horizonBand, lastWeekOf, spreadAt, spreadOf, weeklyBands, wholeService } from '../data/figures';
import { type OptionOutcome, withResults } from '../data/outcomes';
import { type FigureRows, FiguresTable } from '../parts/figures-table';
import { WeekSlider } from '../parts/week-slider';
import { chooseWeek } from '../results-view';

const atWeek: readonly WeeklyMeasure[] = ['longestWait', 'waitingList', 'openReferrals', 'within18Percent', 'over52'];
const overall: readonly HorizonMeasure[] = ['seen', 'costPerYear'];

interface WeekPanelProps {
  project: Project;
  outcomes: readonly OptionOutcome[];
  week: number;
}

/** The main figures at the end of a week, and what the whole time came to. */
export function WeekPanel({ project, outcomes, week }: WeekPanelProps) {
  const options = withResults(outcomes);
  const weekly = atWeek.map(
    (measure): FigureRows => ({
      id: measure,
      measure: weeklyMeasures[measure],
      rows: options.map((option) => ({
        option,
        spread: spreadAt(weeklyBands(option.results, measure, wholeService), week),
      })),
    }),
  );
  const whole = overall.map(
    (measure): FigureRows => ({
      id: measure,
      measure: horizonMeasures[measure],
      rows: options.map((option) => ({
        option,
        spread: spreadOf(horizonBand(option.results, measure, wholeService)),
      })),
    }),
  );
  const lastWeek = lastWeekOf(outcomes);
  return (
    <Panel>
      <WeekSlider
        label="At the end of"
        week={week}
        lastWeek={lastWeek}
        startDate={project.startDate}
        onChange={chooseWeek}
      />
      <FiguresTable caption="Median, and the range of 9 in 10 simulated futures" groups={weekly} />
      <FiguresTable caption={countedWords(lastWeek, project.warmUpWeeks)} groups={whole} />
    </Panel>
  );
}

/** `Over all 52 weeks`; a warm-up is simulated and not counted. */
function countedWords(lastWeek: number, warmUpWeeks: number): string {
  if (warmUpWeeks === 0) return `Over all ${formatWeeks(lastWeek)}`;
  return `Over ${formatWeeks(lastWeek - warmUpWeeks)}, after a warm-up of ${warmUpWeeks}`;
}
