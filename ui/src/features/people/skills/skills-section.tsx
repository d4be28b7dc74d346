import { GraduationCap } from 'lucide-react';
import type { Shown } from '@/document/shown';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { goTo } from '@/shared/navigation/navigation';
import { SectionPage } from '../parts/section-page';
import { openSection } from '../people-sections';
import { skillRows, stepsWithoutStaff } from './skills';
import { SkillsGrid } from './skills-grid';
import { UnstaffedSteps } from './unstaffed-steps';

/** Who can do the work of each step of the shown design, in which order of preference, and how fast. */
export function SkillsSection({ shown: { project, design } }: { shown: Shown }) {
  const rows = skillRows(design);
  const unstaffed = stepsWithoutStaff(design);
  const lead = `Who can do the work of each step of “${design.name}”. The first choice does it when free; others help out.`;
  if (project.roles.length === 0 || (rows.length === 0 && unstaffed.length === 0)) {
    return (
      <SectionPage title="Who does what" lead={lead}>
        <NothingYet hasRoles={project.roles.length > 0} />
      </SectionPage>
    );
  }
  return (
    <SectionPage title="Who does what" lead={lead}>
      <Panel
        headingLevel={3}
        isFlush
        title="Steps and roles"
        subtitle="Arrow keys move. Space says yes or no, 1 to 9 set the choice, Enter opens the time it takes."
      >
        <SkillsGrid rows={rows} roles={project.roles} designId={design.id} />
        <UnstaffedSteps steps={unstaffed} roles={project.roles} designId={design.id} />
      </Panel>
    </SectionPage>
  );
}

function NothingYet({ hasRoles }: { hasRoles: boolean }) {
  if (!hasRoles) {
    const go = (
      <Button variant="primary" onPress={() => openSection('roles')}>
        Add roles under People
      </Button>
    );
    return (
      <EmptyState title="No roles yet" icon={<GraduationCap />} actions={go}>
        Here you say which role can do the work of which step.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No step needs staff yet"
      icon={<GraduationCap />}
      actions={<Button onPress={() => goTo('pathway')}>Draw contacts or a group on Pathway</Button>}
    >
      Contacts and groups need staff. Once the pathway has some, here you say which role can do them.
    </EmptyState>
  );
}
