import { Route } from 'lucide-react';
import { useEffect } from 'react';
import { followDocument } from '@/document/assessment';
import { useDocument } from '@/document/document';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { showError } from '@/shared/notices/notices';
import { AskingRoom } from '../parts/asking-room';
import { askAbout, useAskedOption } from '../results-view';
import { CountedPanel } from './counted-panel';
import { useCountedSeries } from './counted-series';
import { FitPart } from './fit-part';
import styles from './on-track.module.css';
import { TrajectoryPart } from './trajectory-part';

/** What was really counted: over the forecast of the option that was put into practice, and to learn unknown figures from. */
export function OnTrackTab() {
  const project = useDocument((document) => document.project);
  const projectId = useDocument((document) => document.id);
  const optionId = useAskedOption();
  const series = useCountedSeries();
  useEffect(() => followDocument(showError), []);
  if (!project || projectId === null) return null;
  const option = project.options.find(({ id }) => id === optionId);
  const question = (
    <>
      <Panel title="On track?" subtitle="What was counted, over the forecast it was meant to follow.">
        <Select
          label="The option that is in practice"
          value={optionId}
          options={project.options.map(({ id, name }) => ({ id, label: name }))}
          onChange={askAbout}
        />
      </Panel>
      <CountedPanel project={project} series={series} />
    </>
  );
  return (
    <AskingRoom question={question}>
      {option && series ? (
        <>
          <TrajectoryPart {...{ project, option, series }} />
          <FitPart key={`${option.id} ${series.id}`} {...{ project, projectId, option, series }} />
        </>
      ) : (
        <NothingCounted />
      )}
    </AskingRoom>
  );
}

function NothingCounted() {
  return (
    <EmptyState title="Is the service on its trajectory?" icon={<Route />}>
      <p className={styles.words}>
        Type or paste the list sizes or longest waits that were really counted, month by month. Those after the start of
        the simulation are drawn over the forecast, and Pathloom says whether the service keeps to it. A year of figures
        also tells which values of figures that nobody knows go with what was counted.
      </p>
    </EmptyState>
  );
}
