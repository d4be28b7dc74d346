import type { Draft } from 'immer';
import { DistributionField } from '@/document/fields/distribution-field';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace } from '@/document/fields/place';
import { starter } from '@/document/starters';
import type { Role, Turnover } from '@/ipc/bindings';
import { Sentence } from '@/shared/components/sentence';
import { Switch } from '@/shared/components/switch';
import { Part, Remark } from '../parts/section-page';
import { set } from '../parts/set';
import { editRole } from './role-fields';

/** Vacancies, leavers and recruitment of a role. */
export function TurnoverPart({ role }: { role: Role }) {
  const { turnover } = role;
  const place = usePlace('turnover');
  const turn = (isOn: boolean) =>
    editRole(role, isOn ? 'Count vacancies and leavers' : 'Leave out vacancies and leavers', (draft) => {
      draft.turnover = isOn ? starter('turnover') : null;
    });
  return (
    <Part
      title="Vacancies and leavers"
      side={
        <span data-place={place}>
          <Switch isSelected={turnover !== null} onChange={turn}>
            Counted
          </Switch>
        </span>
      }
    >
      {turnover ? (
        <TurnoverSentences role={role} turnover={turnover} />
      ) : (
        <Remark>Every post is filled, and nobody leaves.</Remark>
      )}
    </Part>
  );
}

function TurnoverSentences({ role, turnover }: { role: Role; turnover: Turnover }) {
  const change = (label: string, put: (turnover: Draft<Turnover>) => void) =>
    editRole(role, label, (draft) => {
      if (draft.turnover) put(draft.turnover);
    });
  return (
    <>
      <Sentence>
        At the start,{' '}
        <FigureField
          label="Vacant posts"
          value={turnover.vacantPercent}
          at="turnover/vacantPercent"
          unit="%"
          min={0}
          max={100}
          onChange={(value, label) => change(label, set('vacantPercent', value))}
        />{' '}
        of posts are vacant.
      </Sentence>
      <FigureNotes figures={[{ label: 'Vacant', value: turnover.vacantPercent, unit: '%' }]} />
      <Sentence>
        Each year{' '}
        <FigureField
          label="Leavers a year"
          value={turnover.leaversPercentPerYear}
          at="turnover/leaversPercentPerYear"
          unit="%"
          min={0}
          onChange={(value, label) => change(label, set('leaversPercentPerYear', value))}
        />{' '}
        of staff leave.
      </Sentence>
      <FigureNotes figures={[{ label: 'Leavers', value: turnover.leaversPercentPerYear, unit: '%' }]} />
      <Sentence>
        The successor’s first day comes after{' '}
        <DistributionField
          label="Weeks to recruit"
          value={turnover.weeksToRecruit}
          at="turnover/weeksToRecruit"
          unit=" weeks"
          onChange={(value, label) => change(label, set('weeksToRecruit', value))}
        />
        . A newcomer begins at half speed and is at full speed after{' '}
        <FigureField
          label="Weeks to full speed"
          value={turnover.weeksToFullProductivity}
          at="turnover/weeksToFullProductivity"
          unit=" weeks"
          min={0}
          onChange={(value, label) => change(label, set('weeksToFullProductivity', value))}
        />
        .
      </Sentence>
      <FigureNotes figures={[{ label: 'Full speed', value: turnover.weeksToFullProductivity, unit: ' weeks' }]} />
    </>
  );
}
