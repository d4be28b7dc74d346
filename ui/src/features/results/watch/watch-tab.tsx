import { Table2, Workflow } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { Design, Project, Replay, ReplayRequest } from '@/ipc/bindings';
import { useActions } from '@/shared/actions/actions';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Notice } from '@/shared/components/notice';
import { NumberField } from '@/shared/components/number-field';
import { Panel } from '@/shared/components/panel';
import { Segmented } from '@/shared/components/segmented';
import { Select } from '@/shared/components/select';
import { SideRoom } from '@/shared/components/side-room';
import { formatNumber } from '@/shared/format';
import { goTo } from '@/shared/navigation/navigation';
import { goToWeek, setClock, togglePlaying, useClock, useTicking } from './clock';
import { Journey } from './journey';
import { Legend } from './legend';
import { Playback } from './playback';
import { Stage } from './stage';
import { StepsTable } from './steps-table';
import { Transport } from './transport';
import { type ReplayState, useReplay } from './use-replay';
import styles from './watch-tab.module.css';

/** People moving through the drawn pathway, week by week, in one simulated future. */
export function WatchTab() {
  const project = useDocument((document) => document.project);
  const version = useDocument((document) => document.version);
  const choice = useFutureChoice();
  const state = useReplay(choice.request, version);
  if (!project) return null;
  const design = choice.design;
  if (design?.steps.length === 0) {
    return (
      <EmptyState
        title="Nothing to watch yet"
        icon={<Workflow />}
        actions={<Button onPress={() => goTo('pathway')}>Draw the pathway</Button>}
      >
        Here people move through the drawn pathway, week by week. This one has no steps.
      </EmptyState>
    );
  }
  if (state.kind === 'there' && design) {
    const { key, replay, request } = state;
    return <Watching key={key} {...{ project, design, choice, replay, request }} />;
  }
  return (
    <WatchRoom panel={<FuturePanel {...choice} />}>
      <NotThere state={state} />
    </WatchRoom>
  );
}

function WatchRoom({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <SideRoom panel={panel} panelLabel="What is watched" panelWidth="narrow" label="Watch" className={styles.room}>
      {children}
    </SideRoom>
  );
}

/** Which simulated future is watched. */
interface FutureChoice {
  options: Project['options'];
  optionId: string | null;
  number: number;
  /** How many futures the option has been simulated in, or would be. */
  futures: number;
  design: Design | null;
  request: ReplayRequest | null;
  chooseOption: (id: string) => void;
  chooseNumber: (number: number) => void;
}

function useFutureChoice(): FutureChoice {
  const projectId = useDocument(({ id }) => id);
  const project = useDocument((document) => document.project);
  const shownOption = useDocument((document) => document.optionId);
  const views = useRuns((runs) => runs.views);
  const settings = useSettings((chosen) => chosen.settings);
  const [wanted, chooseOption] = useState<string | null>(null);
  const [number, chooseNumber] = useState(0);
  const options = project?.options ?? [];
  const option = options.find(({ id }) => id === (wanted ?? shownOption)) ?? options[0];
  const run = views.find(({ optionId }) => optionId === option?.id)?.run;
  const seed = run?.seed ?? settings?.seed ?? '1';
  const request = projectId !== null && option ? { projectId, optionId: option.id, seed, replication: number } : null;
  return {
    options,
    optionId: option?.id ?? null,
    number,
    futures: run?.replications ?? settings?.replications ?? 1,
    design: project?.designs.find(({ id }) => id === option?.design) ?? null,
    request,
    chooseOption,
    chooseNumber,
  };
}

function FuturePanel({ options, optionId, number, futures, chooseOption, chooseNumber }: FutureChoice) {
  return (
    <Panel title="One simulated future" subtitle="Of the service as it stands now. Others turn out differently.">
      <div className={styles.form}>
        <Select
          label="Option"
          value={optionId}
          options={options.map(({ id, name }) => ({ id, label: name }))}
          onChange={chooseOption}
        />
        <NumberField
          label={`Its number, of ${formatNumber(futures, 0)}`}
          value={number + 1}
          min={1}
          max={futures}
          step={1}
          decimals={0}
          onCommit={(value) => chooseNumber(value - 1)}
        />
      </div>
    </Panel>
  );
}

function NotThere({ state }: { state: ReplayState }) {
  if (state.kind !== 'failed') return <p className={styles.waiting}>Simulating…</p>;
  const { title, detail } = state.words;
  return (
    <Notice tone="warning" title={title}>
      {detail}
    </Notice>
  );
}

interface WatchingProps {
  project: Project;
  design: Design;
  choice: FutureChoice;
  replay: Replay;
  request: ReplayRequest;
}

function Watching({ project, design: whole, choice, replay, request }: WatchingProps) {
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const [followed, setFollowed] = useState<number | null>(null);
  const weeksPerSecond = useSettings(({ settings }) => settings?.replayWeeksPerSecond ?? 2);
  const design = useMemo(() => inOrderOf(replay, whole), [replay, whole]);
  const playback = useMemo(() => playbackOf(replay, design), [replay, design]);
  const lastDay = project.horizonWeeks * 7;

  useEffect(() => setClock(lastDay), [lastDay]);
  useTicking(weeksPerSecond);
  useActions(watchActions);

  return (
    <WatchRoom
      panel={
        <>
          <FuturePanel {...choice} />
          <Journey request={request} design={design} playback={playback} followed={followed} onFollow={setFollowed} />
        </>
      }
    >
      <div className={styles.head}>
        <Legend hasKept={replay.doing.includes('kept')} />
        <Segmented label="How the people are shown" value={view} options={views} onChange={setView} />
      </div>
      {replay.cut && (
        <Notice tone="warning" title="This future is cut short">
          More happens in it than can be kept for watching. The results count all of it.
        </Notice>
      )}
      {view === 'picture' ? (
        <Stage {...{ design, playback, weeksPerSecond, followed }} onFollow={setFollowed} />
      ) : (
        <div className={styles.table}>
          <StepsTable design={design} playback={playback} />
        </div>
      )}
      <Transport startDate={project.startDate} weeksPerSecond={weeksPerSecond} />
    </WatchRoom>
  );
}

const views = [
  { id: 'picture', label: 'Picture', icon: <Workflow /> },
  { id: 'table', label: 'Table', icon: <Table2 /> },
] as const;

/** The steps in the order in which the replay counts them. */
function inOrderOf({ steps }: Replay, design: Design): Pick<Design, 'steps' | 'links'> {
  const byId = new Map(design.steps.map((step) => [step.id, step]));
  return { steps: steps.flatMap((id) => byId.get(id) ?? []), links: design.links };
}

function playbackOf(replay: Replay, { steps }: Pick<Design, 'steps'>): Playback {
  return new Playback(
    replay,
    steps.map(({ work }) => 'stopsClock' in work && work.stopsClock),
  );
}

const week = () => Math.floor(useClock.getState().day / 7 + 1e-9);

const watchActions = [
  {
    id: 'watch.play',
    label: 'Play or pause',
    section: 'Watch',
    keys: ['K'],
    isOutsideFields: true,
    run: togglePlaying,
  },
  {
    id: 'watch.back',
    label: 'One week back',
    section: 'Watch',
    keys: ['J'],
    isOutsideFields: true,
    run: () => goToWeek(week() - 1),
  },
  {
    id: 'watch.on',
    label: 'One week on',
    section: 'Watch',
    keys: ['L'],
    isOutsideFields: true,
    run: () => goToWeek(week() + 1),
  },
];
