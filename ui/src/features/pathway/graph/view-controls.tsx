import { useReactFlow, useStore } from '@xyflow/react';
import { Maximize, Minus, Plus, WandSparkles } from 'lucide-react';
import { shownKeys } from '@/shared/actions/keys';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Tooltip } from '@/shared/components/tooltip';
import { formatPercent } from '@/shared/format/numbers';
import { tidy } from '../pathway-commands';
import { moveTime } from './move-time';
import styles from './view-controls.module.css';

/** Tidy, fit and zoom. */
export function ViewControls() {
  const { fitView, zoomIn, zoomOut, zoomTo } = useReactFlow();
  const zoom = useStore(({ transform }) => transform[2]);
  const duration = moveTime();
  const tidyAndFit = async () => {
    await tidy();
    requestAnimationFrame(() => void fitView({ padding: 0.06, maxZoom: 1, duration }));
  };
  return (
    <div className={styles.controls} role="toolbar" aria-label="View">
      <Tooltip words="Lay the pathway out anew, each tier in its lane">
        <Button size="small" variant="quiet" icon={<WandSparkles />} onPress={() => void tidyAndFit()}>
          Tidy
        </Button>
      </Tooltip>
      <Tooltip words="Show the whole pathway" keys={shownKeys('Mod+0')}>
        <Button
          size="small"
          variant="quiet"
          icon={<Maximize />}
          onPress={() => void fitView({ padding: 0.06, maxZoom: 1, duration })}
        >
          Fit
        </Button>
      </Tooltip>
      <IconButton
        size="small"
        label="Smaller"
        keys={shownKeys('Mod+-')}
        icon={<Minus />}
        onPress={() => void zoomOut({ duration })}
      />
      <Button
        size="small"
        variant="quiet"
        aria-label={`Size ${formatPercent(zoom)}, back to 100%`}
        onPress={() => void zoomTo(1, { duration })}
      >
        <span className={styles.zoom}>{formatPercent(zoom)}</span>
      </Button>
      <IconButton
        size="small"
        label="Larger"
        keys={shownKeys('Mod++')}
        icon={<Plus />}
        onPress={() => void zoomIn({ duration })}
      />
    </div>
  );
}
