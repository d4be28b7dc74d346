import { goToPeople } from '@/document/wanted-place';
import { listWords } from '@/shared/charts/words';
import { Button } from '@/shared/components/button';
import { Panel } from '@/shared/components/panel';
import styles from './money.module.css';
import { remarksOf } from './money-words';
import type { Shown } from './shown';

/** What was left out, and how the rest was added up. */
export function RulesPanel({ shown: { answer } }: { shown: Shown }) {
  const { report } = answer;
  const remarks = remarksOf(report);
  return (
    <Panel
      title="What to know about these figures"
      actions={
        <Button size="small" onPress={() => goToPeople('economics')}>
          Change prices and rates
        </Button>
      }
    >
      {remarks.length > 0 && (
        <>
          <h3 className={styles.heading}>Not counted, or without a price</h3>
          <ul className={styles.sentences}>
            {remarks.map(({ words, of }) => (
              <li key={words}>
                {of.length > 0 && <strong>{listWords(of)}: </strong>}
                {words}.
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className={styles.heading}>How it was added up</h3>
      <ul className={styles.sentences}>
        {report.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
        <li>By the rules of HM Treasury’s Green Book: present values, optimism bias, switching values.</li>
      </ul>
    </Panel>
  );
}
