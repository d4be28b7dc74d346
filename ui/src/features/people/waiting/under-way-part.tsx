import type { Draft } from 'immer';
import { CountField } from '@/document/fields/count-field';
import { DistributionField } from '@/document/fields/distribution-field';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { starter } from '@/document/starters';
import type { InTreatment } from '@/ipc/bindings';
import { Sentence } from '@/shared/components/sentence';
import { Switch } from '@/shared/components/switch';
import { Part, Remark } from '../parts/section-page';
import { set } from '../parts/set';
import type { ChangeStart } from './start-panel';
import { changeStart, type StartableStep } from './starting';

const at = 'work/start/inTreatment';

/** People under way at a step now: between contacts, in a place, or in a delay. Their clock has stopped. */
export function UnderWayPart({ step, change }: { step: StartableStep; change: ChangeStart }) {
  const treatment = step.work.start?.inTreatment ?? null;
  const turn = (isOn: boolean) =>
    change(isOn ? 'Say who is under way' : 'Nobody is under way', (draft) =>
      changeStart(draft, (start) => {
        start.inTreatment = isOn ? starter('inTreatment') : null;
      }),
    );
  return (
    <Part
      title="Under way now"
      side={
        <Switch isSelected={treatment !== null} onChange={turn}>
          Somebody is
        </Switch>
      }
    >
      {treatment ? (
        <UnderWaySentences step={step} treatment={treatment} change={change} />
      ) : (
        <Remark>Nobody is between contacts, in a place or on the way here at the start.</Remark>
      )}
    </Part>
  );
}

interface UnderWaySentencesProps {
  step: StartableStep;
  treatment: InTreatment;
  change: ChangeStart;
}

function UnderWaySentences({ step, treatment, change }: UnderWaySentencesProps) {
  const put = (label: string, make: (treatment: Draft<InTreatment>) => void) =>
    change(label, (draft) =>
      changeStart(draft, (start) => {
        if (start.inTreatment) make(start.inTreatment);
      }),
    );
  const { kind } = step.work;
  return (
    <>
      <Sentence>
        <FigureField
          label="People under way"
          value={treatment.number}
          at={`${at}/number`}
          min={0}
          onChange={(value, label) => put(label, set('number', value))}
        />{' '}
        people are under way here.
        {kind === 'contacts' && (
          <>
            {' '}
            Each has still to come:{' '}
            <CountField
              label="Contacts still to come"
              value={treatment.contactsLeft}
              at={`${at}/contactsLeft`}
              onChange={(value, label) => put(label, set('contactsLeft', value))}
            />{' '}
            contacts.
          </>
        )}
      </Sentence>
      <FigureNotes figures={[{ label: 'People', value: treatment.number }]} />
      {(kind === 'places' || kind === 'delay') && <DaysLeft treatment={treatment} put={put} />}
      {kind === 'group' && <Remark>Each is at a random point of a whole programme.</Remark>}
    </>
  );
}

interface DaysLeftProps {
  treatment: InTreatment;
  put: (label: string, make: (treatment: Draft<InTreatment>) => void) => void;
}

function DaysLeft({ treatment, put }: DaysLeftProps) {
  const { daysLeft } = treatment;
  const turn = (isOn: boolean) =>
    put(isOn ? 'Say how long they still stay' : 'Draw how long they still stay', (draft) => {
      draft.daysLeft = isOn ? { kind: 'uniform', low: 0, high: 14 } : null;
    });
  return (
    <>
      <Switch isSelected={daysLeft !== null} onChange={turn}>
        It is known how long they still stay
      </Switch>
      {daysLeft ? (
        <Sentence>
          They stay another{' '}
          <DistributionField
            label="Days still to stay"
            value={daysLeft}
            at={`${at}/daysLeft`}
            unit=" days"
            onChange={(value, label) => put(label, set('daysLeft', value))}
          />
          .
        </Sentence>
      ) : (
        <Remark>A whole stay is drawn for each of them, of which a random part is over.</Remark>
      )}
    </>
  );
}
