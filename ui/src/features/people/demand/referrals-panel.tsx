import type { Draft } from 'immer';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { edit } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { PlaceOf } from '@/document/fields/place';
import type { Design, Project, Referrals, Step } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Panel } from '@/shared/components/panel';
import { Sentence } from '@/shared/components/sentence';
import { ProblemList } from '../parts/problem-list';
import { Part, Parts } from '../parts/section-page';
import { set } from '../parts/set';
import { SharedNote, useSharedStep } from '../parts/shared-step';
import { editStep, type StepOf } from '../parts/step-edits';
import { CaseMixFields } from './case-mix-fields';
import { FitDialog } from './fit-dialog';
import { takeFit } from './fitted';
import { PatternPart } from './pattern-part';
import { ProfilePart } from './profile-part';
import { RateChangesPart } from './rate-changes-part';
import { months, weekdays } from './season';

/** Changes the referrals of the open step, as one edit. */
export type ChangeReferrals = (label: string, put: (work: Draft<Referrals>) => void) => void;

export interface ReferralsPanelProps {
  project: Project;
  design: Design;
  step: StepOf<'referrals'>;
}

const workOf = (step: Step) => step.work;

export function ReferralsPanel({ project, design, step }: ReferralsPanelProps) {
  const { work } = step;
  const path = `designs/${design.id}/steps/${step.id}`;
  const shared = useSharedStep(project, design, step, workOf);
  const change: ChangeReferrals = (label, put) =>
    editStep(`${label}, ${step.name}`, shared.designIds, step.id, (draft) => {
      if (draft.work.kind === 'referrals') put(draft.work);
    });
  const copy = (designIds: readonly string[]) =>
    edit(`Use the same referrals at ${step.name}`, (draft) => {
      for (const other of draft.designs) {
        const found = designIds.includes(other.id) && other.steps.find(({ id }) => id === step.id);
        if (found) found.work = work;
      }
    });
  return (
    <PlaceOf path={path}>
      <Panel headingLevel={3} title={step.name || 'Referrals without a name'}>
        <ProblemList path={path} label="Problems of these referrals" />
        <SharedNote shared={shared} what="The referrals" onCopy={copy} />
        <Parts>
          <div>
            <RatePart work={work} startDate={project.startDate} change={change} />
            <PatternPart
              work={work}
              startDate={project.startDate}
              horizonWeeks={project.horizonWeeks + project.warmUpWeeks}
              change={change}
            />
            <RateChangesPart work={work} startDate={project.startDate} change={change} />
          </div>
          <div>
            <Part title="Who is referred">
              <CaseMixFields
                groups={project.groups}
                mix={work.caseMix}
                at="work/caseMix"
                of="referrals"
                emptyWords={`Everybody referred is of the first group, ${project.groups[0]?.name ?? ''}.`}
                onChange={(caseMix, label) => change(label, set('caseMix', caseMix))}
              />
            </Part>
            <ProfilePart
              title="Over the year"
              what="months"
              names={months}
              preposition="in"
              profile={work.monthProfile}
              at="work/monthProfile"
              onChange={(profile, label) => change(label, set('monthProfile', profile))}
            />
            <ProfilePart
              title="Over the week"
              what="days"
              names={weekdays}
              preposition="on"
              profile={work.weekdayProfile}
              at="work/weekdayProfile"
              onChange={(profile, label) => change(label, set('weekdayProfile', profile))}
            />
          </div>
        </Parts>
      </Panel>
    </PlaceOf>
  );
}

interface RatePartProps {
  work: Referrals;
  startDate: string;
  change: ChangeReferrals;
}

function RatePart({ work, startDate, change }: RatePartProps) {
  const [isFitting, setIsFitting] = useState(false);
  const estimate = (
    <Button size="small" variant="quiet" icon={<FileUp />} onPress={() => setIsFitting(true)}>
      Estimate from a record…
    </Button>
  );
  return (
    <Part title="How many" side={estimate}>
      <Sentence>
        At the start,{' '}
        <FigureField
          label="Referrals a week"
          value={work.perWeek}
          at="work/perWeek"
          min={0}
          onChange={(value, label) => change(label, set('perWeek', value))}
        />{' '}
        people are referred a week, and their number grows by{' '}
        <FigureField
          label="Growth of referrals a year"
          value={work.growthPercentPerYear}
          at="work/growthPercentPerYear"
          unit="%"
          onChange={(value, label) => change(label, set('growthPercentPerYear', value))}
        />{' '}
        a year.
      </Sentence>
      <FigureNotes
        figures={[
          { label: 'Referrals', value: work.perWeek, unit: ' a week' },
          { label: 'Growth', value: work.growthPercentPerYear, unit: '%' },
        ]}
      />
      {isFitting && (
        <FitDialog
          startDate={startDate}
          onClose={() => setIsFitting(false)}
          onAccept={(fit, parts) => {
            setIsFitting(false);
            change('Estimate referrals from a record', (draft) => takeFit(draft, fit, parts));
          }}
        />
      )}
    </Part>
  );
}
