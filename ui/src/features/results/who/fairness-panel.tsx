import { useMemo } from 'react';
import { useDocument } from '@/document/document';
import { goToPeople } from '@/document/wanted-place';
import type { EquityGroup, Fairness, FairnessAnswer, Project } from '@/ipc/bindings';
import type { Spread } from '@/shared/charts/chart-data';
import { DifferenceChart } from '@/shared/charts/difference-chart/difference-chart';
import { Button } from '@/shared/components/button';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { formatNumber, formatWeekAndDay } from '@/shared/format';
import { type OptionOutcome, useOutcomes } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { Again } from '../parts/again';
import { NotSimulated } from '../parts/not-simulated';
import { ResultFigure } from '../parts/result-figure';
import { askAbout } from '../results-view';
import styles from './fairness.module.css';
import { fairnessQuestions } from './fairness-question';
import { fairnessTable, fairnessTitle, groupDifferences, spreadOfBand } from './fairness-words';
import { chooseLabel, type LookedAt, useFairness } from './use-fairness';

/** Do some groups wait longer than others? By a label of the client groups, or between them as they are. */
export function FairnessPanel({ project }: { project: Project }) {
  if (project.groups.length < 2) return <OneGroup />;
  return <Looked project={project} />;
}

/** With everybody in one group there is nobody to compare with: says so, and where groups are made. */
function OneGroup() {
  return (
    <Panel title="Fairness between groups" subtitle="Whether some people wait longer than others.">
      <div className={styles.nothing}>
        <p>
          Everybody is in one client group, so there is nobody to compare with. Add groups, and give them labels such as
          deprivation, area or language: their waits can then be held against each other here.
        </p>
        <Button size="small" onPress={() => goToPeople('groups')}>
          Add client groups
        </Button>
      </div>
    </Panel>
  );
}

const noLabel = '';

function Looked({ project }: { project: Project }) {
  const looked = useFairness(project);
  const { option, labels, label } = looked;
  if (!option) return null;
  const ways = [
    { id: noLabel, label: 'Client group' },
    ...labels.map((one) => ({ id: one, label: one.charAt(0).toUpperCase() + one.slice(1) })),
  ];
  const options = project.options.map(({ id, name }) => ({ id, label: name }));
  return (
    <Panel
      title="Fairness between groups"
      subtitle="Whether some people wait longer than others under an option, and how sure that is."
    >
      <div className={styles.controls}>
        <Select label="Under" value={option.id} options={options} onChange={askAbout} />
        <Select
          label="People by"
          value={label ?? noLabel}
          options={ways}
          onChange={(id) => chooseLabel(id === noLabel ? null : id)}
        />
        {labels.length === 0 && <NoLabels groupId={project.groups[0]?.id ?? ''} />}
      </div>
      <Body {...{ project, option, looked }} />
    </Panel>
  );
}

function NoLabels({ groupId }: { groupId: string }) {
  return (
    <p className={styles.hint}>
      No client group carries a label yet. With labels such as deprivation or area, groups stand together by what they
      say.{' '}
      <Button size="small" onPress={() => goToPeople(`groups/${groupId}/labels`)}>
        Put in labels
      </Button>
    </p>
  );
}

function Body({ project, option, looked }: { project: Project; option: OptionOutcome; looked: LookedAt }) {
  const { answer, isStale, isUnderWay } = looked;
  const progress = fairnessQuestions.use((state) => state.progress);
  return (
    <>
      {option.state !== 'current' && <ToBeSimulated option={option} />}
      {isUnderWay && progress !== null && <Again progress={progress} onCancel={fairnessQuestions.stop} />}
      {answer && <Answer {...{ project, option, answer, isStale }} />}
      {!answer && option.state === 'current' && <Waiting {...looked} />}
    </>
  );
}

/** The notice at the top of the room speaks of marked options alone. */
function ToBeSimulated({ option }: { option: OptionOutcome }) {
  const isMarked = useOutcomes().some(({ id }) => id === option.id);
  if (!isMarked) return <NotSimulated missing={[option]} wanted={[option]} before="looked at for fairness" />;
  return <p className={styles.quiet}>{option.name} is looked at as soon as it has been simulated as it stands now.</p>;
}

/** Before the first answer is there: a moment, unless somebody stopped it or it cannot be had. */
function Waiting({ ending, askAgain }: Pick<LookedAt, 'ending' | 'askAgain'>) {
  if (!askAgain) return <p className={styles.quiet}>Looking at the groups…</p>;
  return (
    <div className={styles.nothing}>
      <p>{ending === 'stopped' ? 'Stopped before there was an answer.' : 'The groups could not be looked at.'}</p>
      <Button size="small" onPress={askAgain}>
        Look at the groups
      </Button>
    </div>
  );
}

interface AnswerProps {
  project: Project;
  option: OptionOutcome;
  answer: FairnessAnswer;
  isStale: boolean;
}

function Answer({ project, option, answer: { fairness, run }, isStale }: AnswerProps) {
  const differences = useMemo(() => groupDifferences(fairness, option.colourIndex), [fairness, option.colourIndex]);
  const futures = formatNumber(run.replications, 0);
  if (!fairness.gap) return <p>{fairness.words}</p>;
  const { shortest } = fairness.gap;
  return (
    <>
      <div className={styles.chart}>
        <ResultFigure
          title={fairnessTitle(fairness)}
          subtitle={`${option.name}: mean wait of those seen, difference from ${shortest} in the same ${futures} simulated futures, with its 95% interval. A hollow dot: cannot be told apart.`}
          source={sourceOf(project, [{ run }])}
          fileName={`fairness-${option.id}${fairness.label === null ? '' : `-${fairness.label}`}`}
          headingLevel={3}
          table={() => fairnessTable(fairness)}
        >
          <DifferenceChart
            measure={`Mean wait of those seen under ${option.name}`}
            differences={differences}
            baseName={shortest}
            unit="weeks"
            stale={isStale}
          />
        </ResultFigure>
      </div>
      <GroupsTable fairness={fairness} />
    </>
  );
}

interface Column {
  id: string;
  name: string;
  /** How it is rounded: below ten to one decimal, or to whole people. */
  unit: 'number' | 'people';
  unitWords: string;
  of: (group: EquityGroup) => Spread;
}

const columns: readonly Column[] = [
  {
    id: 'wait',
    name: 'Mean wait of those seen',
    unit: 'number',
    unitWords: 'weeks',
    of: ({ meanWaitWeeks }) => spreadOfBand(meanWaitWeeks),
  },
  {
    id: 'waiting',
    name: 'Still waiting',
    unit: 'people',
    unitWords: 'people',
    of: ({ waiting }) => spreadOfBand(waiting),
  },
  {
    id: 'longest',
    name: 'Longest wait of those',
    unit: 'number',
    unitWords: 'weeks',
    of: ({ longestWaitWeeks }) => spreadOfBand(longestWaitWeeks),
  },
  {
    id: 'removed',
    name: 'Removed',
    unit: 'number',
    unitWords: 'for each 100 referred',
    of: ({ removedPercent }) => spreadOfBand(removedPercent),
  },
];

/** The groups with their waits, who is still waiting, and who left. */
function GroupsTable({ fairness: { groups, week } }: { fairness: Fairness }) {
  const startDate = useDocument(({ project }) => project?.startDate ?? '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.room} aria-label="Waits and removals by group" tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.quiet}>
          Median, and the range of 9 in 10 simulated futures. People still waiting: at the end of{' '}
          {formatWeekAndDay(startDate, week)}, the last. Waits of those seen and of those still waiting answer different
          questions.
        </caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            {columns.map(({ id, name, unitWords }) => (
              <th key={id} scope="col">
                {name}
                <span className={styles.unit}>{unitWords}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.name}>
              <th scope="row">{group.name}</th>
              {columns.map(({ id, unit, of }) => (
                <SpreadCell key={id} spread={of(group)} unit={unit} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SpreadCell({ spread: { median, p5, p95 }, unit }: { spread: Spread; unit: Column['unit'] }) {
  if (median === null) return <td className={styles.quiet}>nobody to measure</td>;
  return (
    <td>
      <span className={styles.median}>{amountWords(median, unit)}</span>{' '}
      <span className={styles.quiet}>
        {amountWords(p5, unit)} to {amountWords(p95, unit)}
      </span>
    </td>
  );
}

const amountWords = (value: number | null, unit: Column['unit']): string =>
  formatNumber(value, unit === 'number' && value !== null && Math.abs(value) < 9.95 ? 1 : 0);
