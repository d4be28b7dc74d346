import { ChartLine } from 'lucide-react';
import { type ComponentType, memo, useEffect, useMemo, useRef } from 'react';
import { useDocument } from '@/document/document';
import { startRun, useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import { useActions } from '@/shared/actions/actions';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Segmented } from '@/shared/components/segmented';
import { SideRoom } from '@/shared/components/side-room';
import { formatCount } from '@/shared/format';
import { announce } from '@/shared/notices/announcements';
import { Slot } from '@/shared/slots/slots';
import { CompareTab } from './compare/compare-tab';
import { type OptionOutcome, useOutcomes } from './data/outcomes';
import { lastRunWords, sourceOf } from './data/run-words';
import { DriversTab } from './drivers/drivers-tab';
import { FlowTab } from './flow/flow-tab';
import { FreshnessNotice } from './freshness-notice';
import { OnTrackTab } from './history/on-track-tab';
import { MoneyTab } from './money/money-tab';
import { PostsTab } from './posts/posts-tab';
import styles from './results-screen.module.css';
import { openTab, type ResultsTab, resultsTabs, useTab } from './results-view';
import { RunPanel } from './run-panel';
import { StaffTab } from './staff/staff-tab';
import { WaitsTab } from './waits/waits-tab';
import { WatchTab } from './watch/watch-tab';
import { WhatIfTab } from './what-if/what-if-tab';
import { WhoTab } from './who/who-tab';

const tabs: Record<ResultsTab, { label: string; Room: ComponentType }> = {
  waits: { label: 'Waits', Room: memo(WaitsTab) },
  whatIf: { label: 'What if', Room: memo(WhatIfTab) },
  who: { label: 'Who waits', Room: memo(WhoTab) },
  staff: { label: 'Staff', Room: memo(StaffTab) },
  flow: { label: 'Flow', Room: memo(FlowTab) },
  compare: { label: 'Compare', Room: memo(CompareTab) },
  drivers: { label: 'What drives it', Room: memo(DriversTab) },
  money: { label: 'What it costs', Room: memo(MoneyTab) },
  posts: { label: 'Posts', Room: memo(PostsTab) },
  onTrack: { label: 'On track?', Room: memo(OnTrackTab) },
  watch: { label: 'Watch', Room: memo(WatchTab) },
};

/** What the options come to: simulated, compared, and watched. */
export function ResultsScreen() {
  const tab = useTab();
  useActions(tabActions);
  useSpokenEnd();
  return (
    <>
      <Slot id="switcher">
        <div data-wide>
          <Segmented
            label="What is shown"
            value={tab}
            options={resultsTabs.map((id) => ({ id, label: tabs[id].label }))}
            onChange={openTab}
          />
        </div>
      </Slot>
      {isOfItsOwn(tab) ? <RoomOfItsOwn tab={tab} /> : <RunResults tab={tab} />}
    </>
  );
}

/** Rooms about one option as it stands now, which need no run. */
const isOfItsOwn = (tab: ResultsTab) => ['watch', 'posts', 'whatIf', 'drivers', 'onTrack'].includes(tab);

/** Rooms that hold options against a base say themselves what has to be simulated first: the base may not be marked. */
const saysWhatIsMissing = (tab: ResultsTab) => tab === 'compare' || tab === 'money';

const tabActions = resultsTabs.map((id) => ({
  id: `results.${id}`,
  label: `Results: ${tabs[id].label.toLowerCase()}`,
  section: 'Go to',
  run: () => openTab(id),
}));

function RoomOfItsOwn({ tab }: { tab: ResultsTab }) {
  const { Room } = tabs[tab];
  return <Room />;
}

/** Says to a screen reader what the eye sees: that the run has ended, and how. */
function useSpokenEnd(): void {
  const lastRun = useRuns((runs) => runs.lastRun);
  const before = useRef(lastRun);
  useEffect(() => {
    if (lastRun && lastRun !== before.current) announce(lastRunWords(lastRun));
    before.current = lastRun;
  }, [lastRun]);
}

function RunResults({ tab }: { tab: ResultsTab }) {
  const outcomes = useOutcomes();
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const isLoaded = useRuns((runs) => runs.isLoaded);
  const run = useRunOf(useMemo(() => outcomes.map(({ id }) => id), [outcomes]));
  const hasResults = outcomes.some(({ results }) => results !== null);
  const Room = tabs[tab].Room;
  return (
    <SideRoom
      panel={<RunPanel />}
      panelLabel="Options and simulation"
      panelWidth="narrow"
      label={tabs[tab].label}
      className={styles.room}
    >
      {hasResults && !saysWhatIsMissing(tab) && <FreshnessNotice outcomes={outcomes} onRun={run} />}
      {hasResults || (isRunning && tab === 'waits') ? <Room /> : <NothingYet {...{ isRunning, isLoaded, run }} />}
      {hasResults && <SourceLine outcomes={outcomes} />}
    </SideRoom>
  );
}

/** What every figure on the screen can be traced to. */
function SourceLine({ outcomes }: { outcomes: readonly OptionOutcome[] }) {
  const project = useDocument((document) => document.project);
  return project && <p className={styles.source}>{sourceOf(project, outcomes)}</p>;
}

function useRunOf(optionIds: readonly string[]): () => void {
  const settings = useSettings((chosen) => chosen.settings);
  return () => {
    if (settings) void startRun(optionIds, { replications: settings.replications, seed: settings.seed });
  };
}

interface NothingYetProps {
  isRunning: boolean;
  isLoaded: boolean;
  run: () => void;
}

/** Before the first run: what one is, and one button. */
function NothingYet({ isRunning, isLoaded, run }: NothingYetProps) {
  const count = useDocument(({ project }) => project?.options.length ?? 0);
  const chosen = useOutcomes().length;
  const replications = useSettings(({ settings }) => settings?.replications ?? 0);
  if (!isLoaded) return null;
  if (isRunning) return <p className={styles.waiting}>The figures appear when the simulation has finished.</p>;
  if (count > 0 && chosen === 0) {
    return (
      <EmptyState title="No option is marked" icon={<ChartLine />}>
        Mark the options to compare at the left.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="Not simulated yet"
      icon={<ChartLine />}
      actions={
        <Button variant="primary" isDisabled={chosen === 0} onPress={run}>
          Run {formatCount(chosen, 'option')}
        </Button>
      }
    >
      <p>
        A run plays the service forward {formatCount(replications, 'time')}, each time with other luck: who is referred
        when, how long contacts take, who is away. What most of these simulated futures agree on is what can be relied
        on; where they differ, the bands are wide.
      </p>
    </EmptyState>
  );
}
