import { Plus, Trash2 } from 'lucide-react';
import { FigureField } from '@/document/fields/figure-field';
import { useProblemAt } from '@/document/fields/place';
import type { RateChange, Referrals } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Part, Remark } from '../parts/section-page';
import { WeekField } from '../parts/week-field';
import styles from './rate-changes-part.module.css';
import type { ChangeReferrals } from './referrals-panel';

interface RateChangesPartProps {
  work: Referrals;
  startDate: string;
  change: ChangeReferrals;
}

/** Changes of the referral rate from a week on: a new route, a closed clinic, a campaign. */
export function RateChangesPart({ work, startDate, change }: RateChangesPartProps) {
  const add = () =>
    change('Add a change of referrals', (draft) => {
      draft.changes.push({ fromWeek: (draft.changes.at(-1)?.fromWeek ?? 0) + 13, percent: 110 });
    });
  return (
    <Part
      title="Changes from a week on"
      side={
        <Button size="small" variant="quiet" icon={<Plus />} onPress={add}>
          Add a change
        </Button>
      }
    >
      {work.changes.length === 0 && <Remark>None: growth and season are all that changes.</Remark>}
      <ul className={styles.changes}>
        {work.changes.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a change has no name of its own but its place
          <RateChangeRow key={index} one={one} index={index} startDate={startDate} change={change} />
        ))}
      </ul>
    </Part>
  );
}

interface RateChangeRowProps {
  one: RateChange;
  index: number;
  startDate: string;
  change: ChangeReferrals;
}

function RateChangeRow({ one, index, startDate, change }: RateChangeRowProps) {
  const at = `work/changes/${index}`;
  const problem = useProblemAt(at);
  const put = (label: string, part: Partial<RateChange>) =>
    change(label, (draft) => {
      const found = draft.changes[index];
      if (found) Object.assign(found, part);
    });
  return (
    <li>
      <div className={styles.change}>
        <span>From</span>
        <WeekField
          label={`Week of change ${index + 1}`}
          week={one.fromWeek}
          startDate={startDate}
          at={`${at}/fromWeek`}
          onCommit={(fromWeek) => put(`Move a change of referrals to week ${fromWeek}`, { fromWeek })}
        />
        <span>on,</span>
        <FigureField
          label={`Referrals after change ${index + 1}`}
          value={one.percent}
          at={`${at}/percent`}
          unit="%"
          min={0}
          onChange={(percent, label) => put(label, { percent })}
        />
        <span>of what they would be</span>
        <IconButton
          size="small"
          label={`Remove change ${index + 1} of referrals`}
          icon={<Trash2 />}
          onPress={() => change('Remove a change of referrals', (draft) => void draft.changes.splice(index, 1))}
        />
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
    </li>
  );
}
