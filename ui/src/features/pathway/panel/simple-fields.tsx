import { DistributionField } from '@/document/fields/distribution-field';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import type { Delay, Referrals } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { Sentence } from '@/shared/components/sentence';
import { goTo } from '@/shared/navigation/navigation';
import styles from './panel.module.css';
import { figuresOf, type PartProps } from './part';
import { StartFields } from './start-fields';

const patternWords: Record<Referrals['pattern']['kind'], string> = {
  poisson: 'They come at random.',
  regular: 'They come evenly spaced.',
  overDispersed: 'They come at random, and weeks differ more than chance allows.',
  history: 'They come as in the service’s own record.',
};

/** Referrals: the rate here, everything else where demand is described. */
export function ReferralsFields({ part: work, at, put }: PartProps<Referrals>) {
  const { figure } = figuresOf<Referrals>({ part: work, at, put });
  return (
    <>
      <Sentence note={<FigureNotes figures={[{ label: 'Referrals', value: work.perWeek, unit: ' a week' }]} />}>
        <FigureField {...figure('perWeek', 'Referrals')} unit=" a week" min={0} /> people are referred.{' '}
        {patternWords[work.pattern.kind]}
      </Sentence>
      <p className={styles.hint}>Season, growth, case mix and dated changes are on the screen People and demand.</p>
      <Button size="small" onPress={() => goTo('people')}>
        Open People and demand
      </Button>
    </>
  );
}

export function SplitFields() {
  return (
    <p className={styles.hint}>
      People are sent on at once, by the shares of the links below. It takes no time and no staff.
    </p>
  );
}

/** Time that passes. */
export function DelayFields({ part: work, at, put }: PartProps<Delay>) {
  return (
    <>
      <Sentence
        note={
          'value' in work.days ? (
            <FigureNotes figures={[{ label: 'Time', value: work.days.value, unit: ' days' }]} />
          ) : undefined
        }
      >
        People go on after{' '}
        <DistributionField
          label="Time that passes"
          unit=" days"
          value={work.days}
          at={`${at}/days`}
          onChange={(days, label) => put({ ...work, days }, label, `${at}/days`)}
        />
      </Sentence>
      <Disclosure title="Who is here at the start">
        <StartFields
          part={work.start}
          at={`${at}/start`}
          put={(next, label, place) => put({ ...work, start: next }, label, place)}
          waits={false}
          left="days"
        />
      </Disclosure>
    </>
  );
}
