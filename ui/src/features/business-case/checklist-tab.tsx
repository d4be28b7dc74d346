import { useState } from 'react';
import { useDocument } from '@/document/document';
import type { CaseStressItem, CaseView } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Panel } from '@/shared/components/panel';
import { Progress } from '@/shared/components/progress';
import { Tag } from '@/shared/components/tag';
import { TextField } from '@/shared/components/text-field';
import styles from './business-case-screen.module.css';
import { answerItem } from './case-edits';
import { Line } from './line';

/** The reporting guideline, item by item: what Pathloom fills in, and what only the service can answer. */
export function ChecklistTab({ view: { stress, completeness } }: { view: CaseView }) {
  const { answered, items } = completeness;
  return (
    <Panel
      title="Reporting checklist (STRESS-DES)"
      subtitle="What a report of a simulation should say, so that others can judge it and make it again. It becomes an appendix of the full case."
    >
      <Progress label="Items answered" share={answered / Math.max(items, 1)} words={`${answered} of ${items}`} />
      <ol className={styles.items}>
        {stress.map((item) => (
          <Item key={item.number} item={item} />
        ))}
      </ol>
    </Panel>
  );
}

function Item({ item: { number, title, answer, isOwn } }: { item: CaseStressItem }) {
  const [isOpen, setOpen] = useState(false);
  const give = answer ? 'Answer otherwise' : 'Answer';
  const own = useDocument(({ project }) => project?.businessCase.answers[number]) ?? '';
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <h3>
          {number} {title}
        </h3>
        {isOwn ? (
          <Tag tone="accent">Your answer</Tag>
        ) : answer ? (
          <Tag tone="success">Filled by Pathloom</Tag>
        ) : (
          <Tag tone="warning">To complete</Tag>
        )}
      </div>
      {answer && (
        <p>
          <Line spans={answer} />
        </p>
      )}
      {isOpen ? (
        <TextField
          label={`Your answer to ${number}`}
          lines={3}
          autoFocus
          value={own}
          description="In place of what Pathloom fills in. Empty goes back to that."
          onCommit={(text) => {
            answerItem(number, text);
            setOpen(false);
          }}
        />
      ) : (
        <Button size="small" variant="quiet" aria-label={`${give} ${number}`} onPress={() => setOpen(true)}>
          {give}
        </Button>
      )}
    </li>
  );
}
