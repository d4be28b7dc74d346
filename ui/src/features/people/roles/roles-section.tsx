import { Plus, UserRoundPlus } from 'lucide-react';
import { useAssessment } from '@/document/assessment';
import { edit } from '@/document/document';
import { PlaceOf } from '@/document/fields/place';
import type { Shown } from '@/document/shown';
import type { Project, Role } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { editAdding } from '../parts/edit-adding';
import { ElementActions } from '../parts/element-actions';
import { listed } from '../parts/listed';
import { ProblemList } from '../parts/problem-list';
import { Parts, Remark, SectionPage } from '../parts/section-page';
import { useOpenElement } from '../parts/use-open-element';
import { AbsencePart } from './absence-part';
import { BeforePart } from './before-part';
import { PostPart } from './post-part';
import { addRole, duplicateRole, moveInList, removeRole, usesOfRole } from './role-edits';
import { RoleTable } from './role-table';
import { TurnoverPart } from './turnover-part';

/** Who works in the service: every role at a glance, one of them open. */
export function RolesSection({ shown: { project, option, mix } }: { shown: Shown }) {
  const [openId, open] = useOpenElement('roles');
  const noFlows = useAssessment(({ assessment }) => assessment?.noFlows);
  const { roles } = project;
  const role = roles.find(({ id }) => id === openId) ?? roles[0] ?? null;
  const add = () => open(editAdding('Add a role', addRole));
  const addButton = (
    <Button icon={<Plus />} onPress={add}>
      Add a role
    </Button>
  );
  const lead = `Kinds of staff, and what one post of each costs and does. Posts and hours are those of “${option.name}”.`;
  if (!role) {
    return (
      <SectionPage title="People" lead="Kinds of staff, and what one post of each costs and does.">
        <EmptyState title="No roles yet" icon={<UserRoundPlus />} actions={addButton}>
          A role is a kind of post, such as an occupational therapist at band 6. Say what one whole post costs and how
          many of its hours are patient-related; how many posts there are comes under Staffing.
        </EmptyState>
      </SectionPage>
    );
  }
  return (
    <SectionPage title="People" lead={lead} actions={addButton}>
      <Panel headingLevel={3} isFlush title="Roles and their hours">
        <RoleTable roles={roles} mix={mix} selectedId={role.id} onSelect={open} />
      </Panel>
      {noFlows && <Remark>Hours are not known yet: {noFlows}</Remark>}
      <RolePanel key={role.id} project={project} role={role} onShow={open} />
    </SectionPage>
  );
}

interface RolePanelProps {
  project: Project;
  role: Role;
  onShow: (id: string | null) => void;
}

function RolePanel({ project, role, onShow }: RolePanelProps) {
  const path = `roles/${role.id}`;
  return (
    <PlaceOf path={path}>
      <Panel
        headingLevel={3}
        title={role.name || 'Role without a name'}
        actions={<RoleActions {...{ project, role, onShow }} />}
      >
        <ProblemList path={path} label="Problems of this role" />
        <Parts>
          <div>
            <PostPart role={role} />
            <BeforePart role={role} />
          </div>
          <div>
            <AbsencePart role={role} />
            <TurnoverPart role={role} />
          </div>
        </Parts>
      </Panel>
    </PlaceOf>
  );
}

function RoleActions({ project, role, onShow }: RolePanelProps) {
  const at = project.roles.indexOf(role);
  const { steps, mixes } = usesOfRole(project, role.id);
  const isUsed = steps.length > 0 || mixes.length > 0;
  return (
    <ElementActions
      what="role"
      name={role.name}
      place={{ at, of: project.roles.length }}
      onMove={(by) => edit(`Move ${role.name}`, (draft) => moveInList(draft.roles, role.id, by))}
      onDuplicate={() => onShow(editAdding(`Copy ${role.name}`, (draft) => duplicateRole(draft, role.id)))}
      onDelete={() => {
        const next = project.roles[at + 1] ?? project.roles[at - 1];
        edit(`Delete ${role.name}`, (draft) => removeRole(draft, role.id));
        onShow(next?.id ?? null);
      }}
      consequences={isUsed && <Consequences steps={steps} mixes={mixes} />}
    />
  );
}

function Consequences({ steps, mixes }: { steps: readonly string[]; mixes: readonly string[] }) {
  return (
    <>
      {steps.length > 0 && <p>It works at {listed(steps)}, and would be taken out there.</p>}
      {mixes.length > 0 && <p>Its posts in {listed(mixes)} would go with it.</p>}
      <p>Undo brings it back.</p>
    </>
  );
}
