import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDocument } from '@/document/document';
import { startRun, useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { Project } from '@/ipc/bindings';
import { useActions } from '@/shared/actions/actions';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Notice } from '@/shared/components/notice';
import { Progress } from '@/shared/components/progress';
import { Segmented } from '@/shared/components/segmented';
import { SideRoom } from '@/shared/components/side-room';
import { formatCount } from '@/shared/format';
import { Slot } from '@/shared/slots/slots';
import { AssumptionsTab } from './assumptions-tab';
import styles from './business-case-screen.module.css';
import { caseQuestions } from './case-questions';
import { type CaseTab, caseTabs, openTab, useCaseView } from './case-view';
import { sectionName } from './case-words';
import { ChecklistTab } from './checklist-tab';
import { ContentsPanel } from './contents-panel';
import { ExportPanel } from './export-panel';
import { Paper } from './paper';
import { progressWords, stageWords } from './progress-words';
import { RisksTab } from './risks-tab';
import { SettingsPanel } from './settings-panel';
import { type ShownCase, useCase } from './use-case';

const tabLabels: Record<CaseTab, string> = {
  paper: 'Paper',
  risks: 'Risks',
  assumptions: 'Assumptions',
  checklist: 'Checklist',
};

const actions = caseTabs.map((id) => ({
  id: `case.${id}`,
  label: `Business case: ${tabLabels[id].toLowerCase()}`,
  section: 'Go to',
  run: () => openTab(id),
}));

/** The business case: written from the results, edited in place, exported. */
export function BusinessCaseScreen() {
  const project = useDocument((document) => document.project);
  const tab = useCaseView((view) => view.tab);
  const shown = useCase();
  useActions(actions);
  if (!project) return null;
  return (
    <>
      <Slot id="switcher">
        <Segmented
          label="What is shown"
          value={tab}
          options={caseTabs.map((id) => ({ id, label: tabLabels[id] }))}
          onChange={openTab}
        />
      </Slot>
      <SideRoom
        panel={
          <>
            <SettingsPanel project={project} />
            <ExportPanel request={shown.view && shown.results === 'current' ? shown.request : null} />
            {tab === 'paper' && shown.view && <ContentsPanel view={shown.view} />}
          </>
        }
        panelLabel="The paper and its export"
        panelWidth="middle"
        label={tabLabels[tab]}
        className={styles.room}
      >
        <State shown={shown} />
        <Room {...{ project, shown, tab }} />
      </SideRoom>
    </>
  );
}

/** What is going on, and what is not as it should be. */
function State({ shown: { request, view, results } }: { shown: ShownCase }) {
  const { progress, ending, isUnderWay } = caseQuestions.use();
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const run = useRunOf(request?.optionIds ?? []);
  const isOfBefore = results === 'current' && !isUnderWay && (ending === 'stopped' || ending === 'failed');
  const unknown = view?.unknown ?? [];
  return (
    <>
      {progress && (
        <Progress
          label={stageWords(progress)}
          share={progress.finished / Math.max(progress.needed, 1)}
          words={progressWords(progress)}
          onCancel={caseQuestions.stop}
        />
      )}
      {view && results !== 'current' && !isRunning && (
        <Notice
          tone="warning"
          title="Out of date: the service has changed since these figures were made"
          actions={
            <Button size="small" onPress={run}>
              Run again
            </Button>
          }
        >
          The words are those of now; every figure follows when you run.
        </Notice>
      )}
      {view && request && isOfBefore && (
        <Notice
          tone="warning"
          title="Not drawn up anew: this is the paper from before the last change"
          actions={
            <Button size="small" onPress={() => void caseQuestions.ask(request)}>
              Draw it up
            </Button>
          }
        />
      )}
      {unknown.length > 0 && (
        <Notice tone="warning" title={`Not known in your words: ${formatCount(unknown.length, 'figure')}`}>
          {unknown.map(({ place, asked }) => `{${asked}} in ${placeName(place)}`).join(', ')}. Insert it anew from the
          list, or take it out.
        </Notice>
      )}
    </>
  );
}

/** `businessCase/texts/need` as a person calls it. */
function placeName(place: string): string {
  const [, list, id = ''] = place.split('/');
  return list === 'answers' ? `item ${id} of the checklist` : `“${sectionName(id)}”`;
}

function Room({ project, shown, tab }: { project: Project; shown: ShownCase; tab: CaseTab }): ReactNode {
  const { view, results } = shown;
  if (tab === 'risks') return <RisksTab risks={project.businessCase.risks} />;
  if (!view) return <NothingYet shown={shown} />;
  if (tab === 'assumptions') return <AssumptionsTab view={view} />;
  if (tab === 'checklist') return <ChecklistTab view={view} />;
  return <Paper view={view} isStale={results !== 'current'} />;
}

function useRunOf(optionIds: readonly string[]): () => void {
  const settings = useSettings((chosen) => chosen.settings);
  return () => {
    if (settings) void startRun(optionIds, { replications: settings.replications, seed: settings.seed });
  };
}

/** Before the case can be written: a run, and one button for it. */
function NothingYet({ shown: { request, results } }: { shown: ShownCase }) {
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const isLoaded = useRuns((runs) => runs.isLoaded);
  const { isUnderWay, ending } = caseQuestions.use();
  const run = useRunOf(request?.optionIds ?? []);
  if (!isLoaded) return null;
  if (isRunning) return <p className={styles.waiting}>The paper appears when the simulation has finished.</p>;
  if (isUnderWay) return <p className={styles.waiting}>Drawing up the case…</p>;
  if (results === 'current' && (ending === 'stopped' || ending === 'failed')) {
    return (
      <EmptyState
        title="The case was not drawn up"
        icon={<FileText />}
        actions={
          <>
            <Button variant="primary" onPress={() => request && void caseQuestions.ask(request)}>
              Draw it up
            </Button>
            <Button onPress={run}>Run {formatCount(request?.optionIds.length ?? 0, 'option')} together</Button>
          </>
        }
      >
        Nothing is lost: your words are in the project, and the same futures can be simulated again.
      </EmptyState>
    );
  }
  if (results === 'current') return null;
  const count = request?.optionIds.length ?? 0;
  return (
    <EmptyState
      title="The case is written from results"
      icon={<FileText />}
      actions={
        <Button variant="primary" isDisabled={count === 0} onPress={run}>
          Run {formatCount(count, 'option')}
        </Button>
      }
    >
      <p>
        Pathloom writes the paper from the project itself: no number is typed, so none is typed wrongly. What only you
        can say is asked for, and any section can be put in your own words with its figures staying live.
      </p>
    </EmptyState>
  );
}
