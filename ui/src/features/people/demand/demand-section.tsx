import { Inbox } from 'lucide-react';
import type { Shown } from '@/document/shown';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { goTo } from '@/shared/navigation/navigation';
import { SectionPage } from '../parts/section-page';
import { isOfKind } from '../parts/step-edits';
import { ReferralsPanel } from './referrals-panel';

/** Who is referred: how many, how they fall in time, how that changes, and of which client groups. */
export function DemandSection({ shown: { project, design } }: { shown: Shown }) {
  const steps = design.steps.filter((step) => isOfKind(step, 'referrals'));
  const lead = `How many people are referred in “${design.name}”, how that varies over the year, and how it will change.`;
  return (
    <SectionPage title="Demand" lead={lead}>
      {steps.map((step) => (
        <ReferralsPanel key={`${design.id}/${step.id}`} project={project} design={design} step={step} />
      ))}
      {steps.length === 0 && (
        <EmptyState
          title="Nobody is referred yet"
          icon={<Inbox />}
          actions={<Button onPress={() => goTo('pathway')}>Draw a referrals step on Pathway</Button>}
        >
          Demand comes in at referrals steps. Draw one, and say here how many people come a week.
        </EmptyState>
      )}
    </SectionPage>
  );
}
