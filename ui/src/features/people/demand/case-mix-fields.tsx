import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { ClientGroup, Estimate } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { classNames } from '@/shared/components/class-names';
import { Remark } from '../parts/section-page';
import { addsUp, type CaseMix, evenMix, remainderWords } from './case-mix';
import styles from './case-mix-fields.module.css';

export interface CaseMixFieldsProps {
  groups: readonly ClientGroup[];
  mix: CaseMix;
  /** Its place below the surrounding `PlaceOf`. */
  at: string;
  /** Of whom it is: "referrals". */
  of: string;
  /** What an empty mix means, in words. */
  emptyWords: string;
  onChange: (mix: Record<string, Estimate>, label: string) => void;
}

/** Shares of the client groups, with what is left of 100% as they are typed. */
export function CaseMixFields({ groups, mix, at, of, emptyWords, onChange }: CaseMixFieldsProps) {
  const path = usePlace(at);
  const problem = useProblemAt(at);
  if (groups.length < 2 && Object.keys(mix).length === 0) {
    return <Remark>Everybody is of the one client group. Add groups under Client groups to tell people apart.</Remark>;
  }
  if (Object.keys(mix).length === 0) {
    return (
      <div className={styles.empty} data-place={path}>
        <Remark>{emptyWords}</Remark>
        <Button size="small" onPress={() => onChange(evenMix(groups), `Say the client groups of ${of}`)}>
          Say the shares
        </Button>
      </div>
    );
  }
  const figures = groups.map(({ id, name }) => ({ label: name, value: mix[id] ?? 0, unit: '%' }));
  return (
    <div data-place={path}>
      <ul className={styles.shares}>
        {groups.map(({ id, name }) => (
          <li key={id} className={styles.share}>
            <span className={styles.group}>{name || 'Group without a name'}</span>
            <FigureField
              label={`Share of ${name} among ${of}`}
              value={mix[id] ?? 0}
              at={`${at}/${id}`}
              unit="%"
              min={0}
              max={100}
              onChange={(value, label) => onChange({ ...mix, [id]: value }, label)}
            />
          </li>
        ))}
      </ul>
      <p className={classNames(styles.sum, !addsUp(mix) && styles.off)} role="status">
        {remainderWords(mix)}
      </p>
      {problem && addsUp(mix) && <p className={styles.off}>{problem}</p>}
      <FigureNotes figures={figures} />
      <Button size="small" variant="quiet" onPress={() => onChange({}, `No longer say the client groups of ${of}`)}>
        Do not tell them apart
      </Button>
    </div>
  );
}
