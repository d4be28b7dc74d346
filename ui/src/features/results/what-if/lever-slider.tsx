import { Undo2, X } from 'lucide-react';
import { memo } from 'react';
import { Label, Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import type { Lever } from '@/ipc/bindings';
import { classNames } from '@/shared/components/class-names';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import styles from './lever-slider.module.css';
import { moveLever, pickLever, resetLever } from './what-if';
import { decimalsOf, standWords, valueWords } from './what-if-words';

interface LeverSliderProps {
  lever: Lever;
  value: number;
  /** Whether it may be put away again. */
  isPicked: boolean;
  /** Whether another share that it adds to 100% with is moved: it takes its part of the rest. */
  follows: boolean;
}

/** One figure: dragged, stepped with the arrow keys, or typed; a mark shows where it stands in the option as it is. */
export const LeverSlider = memo(function LeverSlider({ lever, value, isPicked, follows }: LeverSliderProps) {
  const { id, name, base, step } = lever;
  const isMoved = value !== base;
  // What was typed may lie past the slider's ends.
  const [from, to] = [Math.min(lever.from, value, base), Math.max(lever.to, value, base)];
  const unit = lever.unit === '%' ? '%' : lever.unit && ` ${lever.unit}`;
  return (
    <div className={styles.lever}>
      <Slider
        className={styles.slider}
        value={value}
        minValue={from}
        maxValue={to}
        step={step}
        formatOptions={{ maximumFractionDigits: decimalsOf(lever) }}
        onChange={(moved) => moveLever(id, tidy(typeof moved === 'number' ? moved : (moved[0] ?? base)))}
      >
        <Label className={styles.name}>{name}</Label>
        <SliderTrack className={styles.track}>
          {({ state }) => (
            <>
              <div className={styles.groove} />
              <Moved from={state.getValuePercent(base)} to={state.getThumbPercent(0)} />
              <span
                className={styles.base}
                title={`As it is: ${valueWords(lever, base)}`}
                style={{ left: `${state.getValuePercent(base) * 100}%` }}
              />
              <SliderThumb className={classNames(styles.thumb, isMoved && styles.moved)} />
            </>
          )}
        </SliderTrack>
      </Slider>
      <div className={styles.entry}>
        <NumberField
          label={`${name}, ${lever.unit === '%' ? 'per cent' : lever.unit}`}
          hideLabel
          value={value}
          min={lever.low}
          max={lever.high}
          step={step}
          decimals={decimalsOf(lever)}
          unit={unit}
          onCommit={(typed) => moveLever(id, typed)}
        />
      </div>
      <div className={styles.stand}>
        <span>{follows ? 'follows' : standWords(lever, value)}</span>
        {isMoved && (
          <IconButton size="small" label={`Put back ${name}`} icon={<Undo2 />} onPress={() => resetLever(id)} />
        )}
        {isPicked && (
          <IconButton size="small" label={`Put away ${name}`} icon={<X />} onPress={() => pickLever(id, false)} />
        )}
      </div>
    </div>
  );
});

/** From where it stands in the option as it is to where it is now. */
function Moved({ from, to }: { from: number; to: number }) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return <div className={styles.way} style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }} />;
}

/** Steps of a tenth leave dust: 0.1 + 0.2 is 0.3 here. */
const tidy = (value: number) => Number(value.toFixed(6));
