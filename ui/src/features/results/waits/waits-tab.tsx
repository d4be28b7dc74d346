import { useDeferredValue, useMemo } from 'react';
import { useDocument } from '@/document/document';
import { noHeadlines, useRuns } from '@/document/runs';
import { type HeadlineMeasure, lastWeekOf } from '../data/figures';
import { useOutcomes } from '../data/outcomes';
import { useWeek } from '../results-view';
import { CourseFigure } from './course-figure';
import { TargetsPanel } from './targets-panel';
import styles from './waits-tab.module.css';
import { WeekPanel } from './week-panel';

const measures: readonly HeadlineMeasure[] = ['longestWait', 'waitingList', 'openReferrals'];

/** How the waiting list and the longest wait move, and what they come to. */
export function WaitsTab() {
  const project = useDocument((document) => document.project);
  const outcomes = useOutcomes();
  const headlines = useRuns(({ underWay }) => underWay?.headlines ?? noHeadlines);
  // The first chart shows the bands of a run as they come; the others follow when the window has time.
  const laterHeadlines = useDeferredValue(headlines);
  const week = useWeek(useMemo(() => lastWeekOf(outcomes), [outcomes]));
  if (!project) return null;
  const hasResults = outcomes.some(({ results }) => results !== null);
  return (
    <div className={styles.waits}>
      <div className={styles.charts}>
        {measures.map((measure, place) => (
          <CourseFigure
            key={measure}
            measure={measure}
            project={project}
            outcomes={outcomes}
            headlines={place === 0 ? headlines : laterHeadlines}
          />
        ))}
      </div>
      {hasResults && (
        <div className={styles.side}>
          <WeekPanel project={project} outcomes={outcomes} week={week} />
          {project.targets.length > 0 && <TargetsPanel project={project} outcomes={outcomes} />}
        </div>
      )}
    </div>
  );
}
