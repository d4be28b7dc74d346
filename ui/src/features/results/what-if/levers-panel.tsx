import { RotateCcw } from 'lucide-react';
import { useId, useMemo } from 'react';
import { Button } from '@/shared/components/button';
import { Select } from '@/shared/components/select';
import type { OptionOutcome } from '../data/outcomes';
import { AddLever } from './add-lever';
import { KeepOption } from './keep-option';
import { LeverSlider } from './lever-slider';
import { resetAll, shownLevers, useWhatIf } from './what-if';
import styles from './what-if-tab.module.css';

interface LeversPanelProps {
  option: OptionOutcome;
  /** Options whose results are of the document as it stands. */
  choices: readonly OptionOutcome[];
  onChoose: (optionId: string) => void;
}

/** The figures of one option that can be moved. */
export function LeversPanel({ option, choices, onChoose }: LeversPanelProps) {
  // Not the effect: the sliders need not be drawn again for every answer.
  const levers = useWhatIf((whatIf) => whatIf.levers);
  const moves = useWhatIf((whatIf) => whatIf.moves);
  const picked = useWhatIf((whatIf) => whatIf.picked);
  const shown = useMemo(() => shownLevers({ levers, moves, picked }), [levers, moves, picked]);
  const moved = levers.filter(({ id }) => moves.some(({ lever }) => lever === id));
  const titleId = useId();
  return (
    <section className={styles.side} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId}>What if</h2>
        <p className={styles.soft}>Move a figure and the bands follow. Nothing is changed until you keep it.</p>
        <Select
          label="Starting from"
          value={option.id}
          options={choices.map(({ id, name }) => ({ id, label: name }))}
          onChange={onChoose}
        />
      </header>
      <div className={styles.levers}>
        {shown.map((lever) => (
          <LeverSlider
            key={lever.id}
            lever={lever}
            value={moves.find((move) => move.lever === lever.id)?.value ?? lever.base}
            isPicked={picked.includes(lever.id)}
            follows={lever.set !== '' && moved.some(({ id, set }) => id !== lever.id && set === lever.set)}
          />
        ))}
        <AddLever levers={levers} shown={shown} />
      </div>
      <footer className={styles.buttons}>
        <KeepOption option={option} />
        <Button icon={<RotateCcw />} isDisabled={moves.length === 0} onPress={resetAll}>
          Put all back
        </Button>
      </footer>
    </section>
  );
}
