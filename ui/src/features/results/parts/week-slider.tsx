import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { dayOfWeek, formatDay } from '@/shared/format';
import styles from './week-slider.module.css';

interface WeekSliderProps {
  /** What the week is for: "Figures at the end of". */
  label: string;
  week: number;
  lastWeek: number;
  /** Date of week 0, as `2026-01-05`. */
  startDate: string;
  onChange: (week: number) => void;
}

/** Chooses a week: by dragging, by the arrow keys, by Page Up and Page Down. */
export function WeekSlider({ label, week, lastWeek, startDate, onChange }: WeekSliderProps) {
  return (
    <Slider
      className={styles.slider}
      value={week}
      minValue={0}
      maxValue={Math.max(lastWeek, 1)}
      step={1}
      onChange={(value) => onChange(typeof value === 'number' ? value : (value[0] ?? 0))}
    >
      <div className={styles.words}>
        <Label className={styles.label}>{label}</Label>
        <output className={styles.week}>
          week {week}, {formatDay(dayOfWeek(startDate, week) ?? '')}
        </output>
      </div>
      <SliderTrack className={styles.track}>
        {({ state }) => (
          <>
            <div className={styles.groove} />
            <div className={styles.filled} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles.thumb} />
          </>
        )}
      </SliderTrack>
    </Slider>
  );
}
