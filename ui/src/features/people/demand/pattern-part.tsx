import { useState } from 'react';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { ArrivalPattern, Referrals } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { Part, Remark } from '../parts/section-page';
import { set } from '../parts/set';
import { historyWords } from './history';
import { HistoryDialog } from './history-dialog';
import type { ChangeReferrals } from './referrals-panel';

type PatternKind = ArrivalPattern['kind'];

const kinds: readonly SelectOption<PatternKind>[] = [
  { id: 'poisson', label: 'at random', description: 'Some weeks more, some fewer, as chance has it' },
  {
    id: 'overDispersed',
    label: 'at random, in busy and quiet weeks',
    description: 'Weeks differ more than chance allows',
  },
  { id: 'regular', label: 'evenly spaced', description: 'As from a list of booked places' },
  { id: 'history', label: 'as they once came', description: 'A record of referral dates, replayed' },
];

export interface PatternPartProps {
  work: Referrals;
  startDate: string;
  horizonWeeks: number;
  change: ChangeReferrals;
}

/** How referrals fall in time. */
export function PatternPart({ work, startDate, horizonWeeks, change }: PatternPartProps) {
  const [isReading, setIsReading] = useState(false);
  const [path, problem] = [usePlace('work/pattern'), useProblemAt('work/pattern')];
  const { pattern } = work;
  const choose = (kind: PatternKind) => {
    // A record is read first: without one there is nothing to replay.
    if (kind === 'history') setIsReading(true);
    else
      change(
        'Change how referrals fall',
        set('pattern', kind === 'overDispersed' ? { kind, varianceToMean: 1.5 } : { kind }),
      );
  };
  return (
    <Part title="How they fall in time">
      <Sentence>
        Referrals come{' '}
        <span data-place={path}>
          <Select
            layout="inline"
            label="How referrals fall in time"
            value={pattern.kind}
            options={kinds}
            onChange={choose}
            error={pattern.kind === 'overDispersed' ? null : problem}
          />
        </span>
        .
      </Sentence>
      {pattern.kind === 'overDispersed' && (
        <>
          <Sentence>
            Weekly numbers have a variance of{' '}
            <FigureField
              label="Variance of the weekly number"
              value={pattern.varianceToMean}
              at="work/pattern/varianceToMean"
              min={1}
              step={0.1}
              onChange={(varianceToMean, label) =>
                change(label, set('pattern', { kind: 'overDispersed', varianceToMean }))
              }
            />{' '}
            times their mean. Chance alone has 1.
          </Sentence>
          <FigureNotes figures={[{ label: 'Variance', value: pattern.varianceToMean }]} />
        </>
      )}
      {pattern.kind === 'history' && (
        <>
          <Remark>{historyWords(pattern.days, horizonWeeks)}</Remark>
          <Button size="small" onPress={() => setIsReading(true)}>
            Read another record
          </Button>
        </>
      )}
      {isReading && (
        <HistoryDialog
          startDate={startDate}
          horizonWeeks={horizonWeeks}
          onClose={() => setIsReading(false)}
          onAccept={(days) => {
            setIsReading(false);
            change('Replay a record of referrals', set('pattern', { kind: 'history', days }));
          }}
        />
      )}
    </Part>
  );
}
