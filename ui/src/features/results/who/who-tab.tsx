import { useMemo } from 'react';
import { useDocument } from '@/document/document';
import { type WeeklyMeasure, weeklyMeasures } from '@/document/measures';
import type { Project } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { lastWeekOf, spreadAt, weeklyBands } from '../data/figures';
import { useOutcomes, withResults } from '../data/outcomes';
import { type PartsColumn, PartsTable } from '../parts/parts-table';
import { WeekSlider } from '../parts/week-slider';
import { chooseWeek, useWeek } from '../results-view';
import { BandsFigure } from './bands-figure';
import { FairnessPanel } from './fairness-panel';
import { GroupFigure, TierBandsFigure } from './group-figure';
import { TierFigures } from './tier-figures';
import styles from './who-tab.module.css';

/** Who is still waiting at the end of a week: for how long, at which tier, of which group. */
export function WhoTab() {
  const project = useDocument((document) => document.project);
  const outcomes = useOutcomes();
  const options = useMemo(() => withResults(outcomes), [outcomes]);
  const lastWeek = lastWeekOf(outcomes);
  const week = useWeek(lastWeek);
  if (!project) return null;
  const shown = { project, options, week };
  return (
    <div className={styles.who}>
      <Panel>
        <WeekSlider
          label="People still waiting at the end of"
          week={week}
          lastWeek={lastWeek}
          startDate={project.startDate}
          onChange={chooseWeek}
        />
      </Panel>
      <section className={styles.card}>
        <BandsFigure {...shown} />
      </section>
      {project.groups.length > 1 && <ByGroup {...shown} />}
      <FairnessPanel project={project} />
      {project.tiers.length > 0 && <ByTier {...shown} />}
    </div>
  );
}

/** What the parts of the room have in common. */
export interface WhoShown {
  project: Project;
  options: ReturnType<typeof withResults>;
  week: number;
}

function ByGroup(shown: WhoShown) {
  return (
    <>
      <section className={styles.card}>
        <GroupFigure {...shown} />
      </section>
      <Panel title="By client group" subtitle="Median, and the range of 9 in 10 simulated futures">
        <WhoTable {...shown} kind="group" parts={shown.project.groups} />
      </Panel>
    </>
  );
}

function ByTier(shown: WhoShown) {
  return (
    <>
      <section className={styles.card}>
        <TierBandsFigure {...shown} />
      </section>
      <TierFigures {...shown} />
      <Panel
        title="By tier"
        subtitle="People waiting at the steps of each tier; those at steps of no tier are left out. Median, and the range of 9 in 10 simulated futures"
      >
        <WhoTable {...shown} kind="tier" parts={shown.project.tiers} />
      </Panel>
    </>
  );
}

const measures: readonly WeeklyMeasure[] = ['waitingList', 'longestWait', 'within18Percent', 'over52'];

interface WhoTableProps extends WhoShown {
  kind: 'tier' | 'group';
  parts: readonly { id: string; name: string }[];
}

function WhoTable({ kind, parts, options, week }: WhoTableProps) {
  const columns = measures.map(
    (measure): PartsColumn => ({
      id: measure,
      measure: weeklyMeasures[measure],
      of: ({ results }, id) => spreadAt(weeklyBands(results, measure, { kind, id }), week),
    }),
  );
  return <PartsTable heading={`At the end of week ${week}`} parts={parts} options={options} columns={columns} />;
}
