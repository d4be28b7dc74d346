import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { Workflow } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { followDocument } from '@/document/assessment';
import { type Shown, useShown } from '@/document/shown';
import { EmptyState } from '@/shared/components/empty-state';
import { Segmented } from '@/shared/components/segmented';
import { SplitPane } from '@/shared/components/split-pane';
import { showError } from '@/shared/notices/notices';
import { Slot } from '@/shared/slots/slots';
import { ConnectDialog } from './connect-dialog';
import { areaOf } from './edits/step-size';
import { Canvas } from './graph/canvas';
import { moveTime } from './graph/move-time';
import { Palette } from './graph/palette';
import { ViewControls } from './graph/view-controls';
import { FirstOption, OptionSwitcher } from './option-switcher';
import { SidePanel } from './panel/side-panel';
import { PathwayActions } from './pathway-actions';
import { shown as shownNow } from './pathway-commands';
import styles from './pathway-screen.module.css';
import { showView, usePathway, useView } from './pathway-state';
import { ProblemList } from './problem-list';
import { PathwayTable } from './table/pathway-table';

/** Where the pathway is drawn: as a graph or as a table, beside the fields of what is selected. */
export function PathwayScreen() {
  const shown = useShown();
  useEffect(() => followDocument(showError), []);
  if (!shown) {
    return (
      <EmptyState title="There is no pathway to show yet" icon={<Workflow />} actions={<FirstOption />}>
        Draw the steps that people take through the service, from referral to outcome.
      </EmptyState>
    );
  }
  return (
    <ReactFlowProvider>
      <Drawing shown={shown} />
    </ReactFlowProvider>
  );
}

const views = [
  { id: 'graph', label: 'Graph' },
  { id: 'table', label: 'Table' },
] as const;

function Drawing({ shown }: { shown: Shown }) {
  const { design, project } = shown;
  const view = useView();
  const panelWidth = usePathway((state) => state.panelWidth);
  const reveal = useReveal();
  return (
    <>
      <Slot id="switcher">
        <OptionSwitcher shown={shown} />
      </Slot>
      <SplitPane
        panelLabel="What is selected"
        width={panelWidth}
        onWidthChange={(width) => usePathway.setState({ panelWidth: width })}
        minWidth={19}
        maxWidth={42}
        panel={<SidePanel shown={shown} />}
      >
        <div className={styles.main}>
          <div className={styles.tools}>
            <Palette />
            <Segmented label="Show as" value={view} options={views} onChange={showView} />
          </div>
          <div className={styles.drawing}>
            {view === 'graph' ? <Canvas design={design} tiers={project.tiers} /> : <PathwayTable shown={shown} />}
            {view === 'graph' && design.steps.length === 0 && <Beginning />}
            {view === 'graph' && <ViewControls />}
          </div>
          <ProblemList design={design} onChoose={reveal} />
        </div>
      </SplitPane>
      <ConnectDialog design={design} />
      <PathwayActions design={design} reveal={reveal} />
    </>
  );
}

function Beginning() {
  return (
    <div className={styles.beginning}>
      <EmptyState title="Draw how people come, and how they leave" icon={<Workflow />}>
        Press Referrals above, then Contacts, then Outcome: each step goes beside the one before and is linked to it.
        Say what happens at a step in the panel on the right.
      </EmptyState>
    </div>
  );
}

/** Brings a step into sight, at the size there is. */
function useReveal(): (stepId: string) => void {
  const { setCenter, getZoom, getViewport } = useReactFlow();
  return useCallback(
    (stepId) => {
      const step = shownNow()?.design.steps.find(({ id }) => id === stepId);
      const canvas = document.querySelector('.react-flow');
      if (!step || !canvas) return;
      const area = areaOf(step);
      const { x, y, zoom } = getViewport();
      const { clientWidth, clientHeight } = canvas;
      const left = area.x * zoom + x;
      const top = area.y * zoom + y;
      const isInSight =
        left >= 0 && top >= 0 && left + area.width * zoom <= clientWidth && top + area.height * zoom <= clientHeight;
      if (isInSight) return;
      const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
      void setCenter(middle.x, middle.y, { zoom: getZoom(), duration: moveTime() });
    },
    [setCenter, getZoom, getViewport],
  );
}
