import { useStore, ViewportPortal } from '@xyflow/react';
import { Pencil } from 'lucide-react';
import { memo } from 'react';
import { renameTier } from '../pathway-commands';
import { usePathway } from '../pathway-state';
import tierStyles from '../tier.module.css';
import type { Lane } from './lanes';
import styles from './lanes-view.module.css';
import { NameField } from './name-field';

/** The bands of the tiers behind the steps, each with its name, which can be typed over where it stands. */
export const LanesView = memo(function LanesView({ lanes }: { lanes: readonly Lane[] }) {
  const over = usePathway(({ overTier }) => overTier);
  return (
    <ViewportPortal>
      {lanes.map((lane) => (
        <div
          key={lane.tier.id}
          className={`${tierStyles.tier} ${styles.lane}`}
          data-tier={lane.look}
          data-over={lane.tier.id === over || undefined}
          style={{ transform: `translate(${lane.x}px, ${lane.y}px)`, width: lane.width, height: lane.height }}
        >
          <LaneName lane={lane} />
        </div>
      ))}
    </ViewportPortal>
  );
});

/** Height of something to press [px], and the most that a lane has room for. */
const leastTarget = 24;
const mostHeight = 80;

function LaneName({ lane: { tier } }: { lane: Lane }) {
  const key = `tier:${tier.id}`;
  const isRenaming = usePathway(({ renaming }) => renaming === key);
  // As high as a pointer needs, however small the canvas is shown; in steps, so that zooming seldom draws it anew.
  const minHeight = useStore(({ transform }) =>
    Math.min(mostHeight, leastTarget / (Math.floor(transform[2] * 20) / 20)),
  );
  if (isRenaming) {
    const done = (name: string | null) => {
      usePathway.setState({ renaming: null });
      if (name !== null) renameTier(tier.id, name);
    };
    return (
      <span className={styles.room}>
        <NameField name={tier.name} label="Name of the tier" onDone={done} />
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${styles.name} nodrag nopan`}
      style={{ minHeight }}
      aria-label={`Tier ${tier.name}, change its name`}
      onClick={() => usePathway.setState({ renaming: key })}
    >
      {tier.name}
      <Pencil aria-hidden="true" />
    </button>
  );
}
