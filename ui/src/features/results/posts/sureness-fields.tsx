import { Disclosure } from '@/shared/components/disclosure';
import { NumberField } from '@/shared/components/number-field';
import { formatNumber } from '@/shared/format';
import type { PostsDraft } from './posts-draft';
import styles from './posts-tab.module.css';

interface SurenessFieldsProps {
  draft: PostsDraft;
  put: (part: Partial<PostsDraft>) => void;
}

/** How sure the answer must be, and what counts as the same. */
export function SurenessFields({ draft, put }: SurenessFieldsProps) {
  const { confidencePercent, withinPoints } = draft;
  const summary = `${formatNumber(confidencePercent)}% sure, within ${formatNumber(withinPoints)} points`;
  return (
    <Disclosure title="How sure" summary={summary}>
      <div className={styles.form}>
        <NumberField
          label="Chance that the answer is right"
          value={confidencePercent}
          min={50}
          max={99.9}
          decimals={1}
          unit="%"
          onCommit={(value) => put({ confidencePercent: value })}
        />
        <NumberField
          label="Probabilities read as the same"
          description="Where 90% is wanted, 3 points read 87% as met and need 93% of a cheaper mix. Fewer points take many more simulated futures."
          value={withinPoints}
          min={0.2}
          max={20}
          decimals={1}
          unit=" points"
          onCommit={(value) => put({ withinPoints: value })}
        />
      </div>
    </Disclosure>
  );
}
