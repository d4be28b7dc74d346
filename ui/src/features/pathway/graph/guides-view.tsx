import { useStore, ViewportPortal } from '@xyflow/react';
import { usePathway } from '../pathway-state';
import styles from './lanes-view.module.css';

/** Far beyond any pathway [px]. */
const endless = 20_000;

/** Lines across the canvas while a step is dragged level with another. */
export function GuidesView() {
  const { x, y } = usePathway(({ guides }) => guides);
  const zoom = useStore(({ transform }) => transform[2]);
  if (x.length + y.length === 0) return null;
  const thin = 1 / zoom;
  return (
    <ViewportPortal>
      {x.map((at) => (
        <div
          key={`x${at}`}
          className={styles.guide}
          style={{ transform: `translate(${at}px, ${-endless / 2}px)`, width: thin, height: endless }}
        />
      ))}
      {y.map((at) => (
        <div
          key={`y${at}`}
          className={styles.guide}
          style={{ transform: `translate(${-endless / 2}px, ${at}px)`, width: endless, height: thin }}
        />
      ))}
    </ViewportPortal>
  );
}
