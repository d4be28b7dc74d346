import { Plus, Trash2 } from 'lucide-react';
import { DayField } from '@/document/fields/day-field';
import { useProblemAt } from '@/document/fields/place';
import type { Calendar, Closure } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { TextField } from '@/shared/components/text-field';
import { Part, Remark } from '../parts/section-page';
import { addClosure } from './calendar-edits';
import type { ChangeCalendar } from './calendar-panel';
import styles from './calendars.module.css';

interface ClosuresPartProps {
  calendar: Calendar;
  startDate: string;
  change: ChangeCalendar;
}

/** Days on which nobody with the calendar works: school holidays of term-time posts, days the service is shut. */
export function ClosuresPart({ calendar, startDate, change }: ClosuresPartProps) {
  const lastDay = calendar.closures.at(-1)?.to ?? startDate;
  return (
    <Part
      title="Other closures"
      side={
        <Button
          size="small"
          variant="quiet"
          icon={<Plus />}
          onPress={() => change('Add a closure', (draft) => addClosure(draft, lastDay))}
        >
          Add a closure
        </Button>
      }
    >
      {calendar.closures.length === 0 ? (
        <Remark>None. School holidays of term-time posts go here, and days on which the service is shut.</Remark>
      ) : (
        <ul className={styles.closures}>
          {calendar.closures.map((closure, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a closure has no name of its own but its place
            <ClosureRow key={index} closure={closure} index={index} change={change} />
          ))}
        </ul>
      )}
    </Part>
  );
}

function ClosureRow({ closure, index, change }: { closure: Closure; index: number; change: ChangeCalendar }) {
  const at = `closures/${index}`;
  const problem = useProblemAt(at);
  const put = (label: string, part: Partial<Closure>) =>
    change(label, (draft) => {
      const found = draft.closures[index];
      if (found) Object.assign(found, part);
    });
  const name = closure.name || `closure ${index + 1}`;
  return (
    <li>
      <div className={styles.closure}>
        <DayField
          label={`First day of ${name}`}
          hideLabel
          value={closure.from}
          at={`${at}/from`}
          // A closure that would end before it begins is moved as it is.
          onCommit={(from) => put('Move a closure', { from, to: from > closure.to ? from : closure.to })}
        />
        <span>to</span>
        <DayField
          label={`Last day of ${name}`}
          hideLabel
          value={closure.to}
          at={`${at}/to`}
          onCommit={(to) => put('Change the end of a closure', { to })}
        />
        <TextField
          label={`Name of ${name}`}
          hideLabel
          value={closure.name}
          placeholder="Why: Easter holidays"
          onCommit={(text) => put('Rename a closure', { name: text.trim() })}
        />
        <IconButton
          size="small"
          label={`Remove ${name}`}
          icon={<Trash2 />}
          onPress={() => change('Remove a closure', (draft) => void draft.closures.splice(index, 1))}
        />
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
    </li>
  );
}
