import { type CSSProperties, useRef } from 'react';
import { likelyOf } from '@/document/estimate';
import type { Posts, Project, StaffingMix } from '@/ipc/bindings';
import { formatPosts } from '@/shared/format';
import { ChangeBar } from './change-bar';
import { lanesOf, weekTicks } from './timeline';
import styles from './timeline-view.module.css';

/** The changes of a staffing over the weeks looked at: a row for each role, a bar for each change. */
export function Timeline({ project, mix }: { project: Project; mix: StaffingMix }) {
  const weeks = project.horizonWeeks + project.warmUpWeeks;
  const rows = project.roles.flatMap((role) => {
    const posts = mix.posts.find((one) => one.role === role.id);
    return posts && posts.changes.length > 0 ? [{ role, posts }] : [];
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and these are bars
    <div className={styles.timeline} role="group" aria-label={`Timeline of ${mix.name}`}>
      {rows.map(({ role, posts }) => (
        <div key={role.id} className={styles.row}>
          <div className={styles.role}>
            <span className={styles.name}>{role.name}</span>
            <span className={styles.now}>{formatPosts(likelyOf(posts.wte))} at the start</span>
          </div>
          <Track {...{ mix, posts, weeks }} roleName={role.name} startDate={project.startDate} />
        </div>
      ))}
      <div className={styles.row} aria-hidden="true">
        <div className={styles.role} />
        <Axis startDate={project.startDate} weeks={weeks} />
      </div>
    </div>
  );
}

interface TrackProps {
  mix: StaffingMix;
  posts: Posts;
  roleName: string;
  startDate: string;
  weeks: number;
}

function Track({ mix, posts, roleName, startDate, weeks }: TrackProps) {
  const track = useRef<HTMLDivElement>(null);
  const lanes = lanesOf(posts.changes);
  const count = Math.max(0, ...lanes) + 1;
  const ticks = weekTicks(startDate, weeks, mostTicks);
  return (
    <div ref={track} className={styles.track} style={{ '--lanes': count } as CSSProperties}>
      {ticks.map(({ week }) => (
        <span key={week} className={styles.line} style={{ left: `${(week / weeks) * 100}%` }} />
      ))}
      {posts.changes.map((change, index) => (
        <ChangeBar
          // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name of its own but its place
          key={index}
          {...{ mix, roleName, startDate, weeks, change, index }}
          roleId={posts.role}
          lane={lanes[index] ?? 0}
          trackWidth={() => track.current?.clientWidth ?? 1}
        />
      ))}
    </div>
  );
}

/** As many dates as stand side by side in the narrowest window. */
const mostTicks = 6;

function Axis({ startDate, weeks }: { startDate: string; weeks: number }) {
  return (
    <div className={styles.axis}>
      {weekTicks(startDate, weeks, mostTicks).map(({ week, day }) => (
        <span key={week} className={styles.tick} style={{ left: `${(week / weeks) * 100}%` }}>
          {day}
          <span className={styles.week}>week {week}</span>
        </span>
      ))}
    </div>
  );
}
