import { DistributionField } from '@/document/fields/distribution-field';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { starter } from '@/document/starters';
import type { Design, Outcome, OutcomeKind, Returns } from '@/ipc/bindings';
import { Select } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { Switch } from '@/shared/components/switch';
import { mayBeCome } from '../edits/ways-on';
import { outcomeLabels } from '../words/step-line';
import { below, figuresOf, type PartProps } from './part';

const outcomes = Object.entries(outcomeLabels).map(([id, words]) => ({ id: id as OutcomeKind, ...words }));

/** Where people leave. */
export function OutcomeFields({ part: work, at, put, design }: PartProps<Outcome> & { design: Design }) {
  const change: PartProps<Outcome> = { part: work, at, put };
  const { figure } = figuresOf<Outcome>(change);
  const first = design.steps.find((step) => step.work.kind !== 'referrals' && mayBeCome(step.work.kind));
  return (
    <>
      <Sentence>
        Counts as{' '}
        <Select
          layout="inline"
          label="Counts as"
          value={work.countsAs}
          options={outcomes}
          onChange={(countsAs) => put({ ...work, countsAs }, 'Change what it counts as', `${at}/countsAs`)}
        />
      </Sentence>
      <Switch
        isSelected={work.returns !== null}
        onChange={(some) =>
          put(
            { ...work, returns: some ? { ...starter('returns'), to: first?.id ?? '' } : null },
            some ? 'Some come back' : 'Nobody comes back',
            `${at}/returns`,
          )
        }
      >
        Some come back later as a new referral
      </Switch>
      {work.returns && <ReturnFields {...below(change, 'returns', work.returns)} design={design} />}
      <Sentence
        note={
          <FigureNotes
            figures={[
              { label: 'Cost', value: work.costPounds, prefix: '£' },
              { label: 'Benefit', value: work.benefitPounds, prefix: '£' },
              { label: 'Quality-adjusted life years', value: work.qualityAdjustedLifeYears },
            ]}
          />
        }
      >
        Each person who leaves so costs <FigureField {...figure('costPounds', 'Cost')} prefix="£" min={0} />, brings a
        benefit of <FigureField {...figure('benefitPounds', 'Benefit')} prefix="£" /> and gains{' '}
        <FigureField
          {...figure('qualityAdjustedLifeYears', 'Quality-adjusted life years')}
          unit=" years"
          step={0.01}
          decimals={4}
        />{' '}
        of quality-adjusted life
      </Sentence>
    </>
  );
}

function ReturnFields({ part: returns, at, put, design }: PartProps<Returns> & { design: Design }) {
  const { figure } = figuresOf<Returns>({ part: returns, at, put });
  const targets = design.steps
    .filter((step) => mayBeCome(step.work.kind) && step.work.kind !== 'outcome')
    .map(({ id, name }) => ({ id, label: name }));
  return (
    <Sentence note={<FigureNotes figures={[{ label: 'Come back', value: returns.percent, unit: '%' }]} />}>
      <FigureField {...figure('percent', 'Come back')} unit="%" min={0} max={100} /> come back after{' '}
      <DistributionField
        label="Weeks until they come back"
        unit=" weeks"
        value={returns.afterWeeks}
        at={`${at}/afterWeeks`}
        onChange={(afterWeeks, label) => put({ ...returns, afterWeeks }, label, `${at}/afterWeeks`)}
      />{' '}
      to{' '}
      <Select
        layout="inline"
        label="They come back to"
        value={returns.to || null}
        options={targets}
        onChange={(to) => put({ ...returns, to }, 'Change where they come back to', `${at}/to`)}
      />
    </Sentence>
  );
}
