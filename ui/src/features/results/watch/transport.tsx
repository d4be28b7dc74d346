import { Pause, Play } from 'lucide-react';
import { putSettings } from '@/document/settings';
import { Button } from '@/shared/components/button';
import { Select } from '@/shared/components/select';
import { formatCount } from '@/shared/format';
import { WeekSlider } from '../parts/week-slider';
import { goToWeek, togglePlaying, useClock, useClockWeek } from './clock';
import styles from './transport.module.css';

const speeds = [1, 2, 4, 8, 16];

/** Plays, pauses, goes to a week, and sets how fast the weeks pass. */
export function Transport({ startDate, weeksPerSecond }: { startDate: string; weeksPerSecond: number }) {
  const week = useClockWeek();
  const lastDay = useClock((clock) => clock.lastDay);
  const isPlaying = useClock((clock) => clock.isPlaying);
  // A speed chosen elsewhere is shown too.
  const offered = speeds.includes(weeksPerSecond) ? speeds : [...speeds, weeksPerSecond].toSorted((a, b) => a - b);
  return (
    <div className={styles.transport}>
      <div className={styles.play}>
        <Button
          variant="primary"
          icon={isPlaying ? <Pause fill="currentColor" /> : <Play fill="currentColor" />}
          onPress={togglePlaying}
        >
          {isPlaying ? 'Pause' : 'Play'}
        </Button>
      </div>
      <div className={styles.slider}>
        <WeekSlider
          label="Shown"
          week={week}
          lastWeek={Math.floor(lastDay / 7)}
          startDate={startDate}
          onChange={goToWeek}
        />
      </div>
      <Select
        label="Speed"
        hideLabel
        value={String(weeksPerSecond)}
        options={offered.map((speed) => ({ id: String(speed), label: `${formatCount(speed, 'week')} a second` }))}
        onChange={(speed) => void putSettings({ replayWeeksPerSecond: Number(speed) })}
      />
    </div>
  );
}
