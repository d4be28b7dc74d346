import { FileUp, Plus, UsersRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { edit } from '@/document/document';
import type { Shown } from '@/document/shown';
import type { StaffingMix } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { editAdding } from '../parts/edit-adding';
import { SectionPage } from '../parts/section-page';
import { openSection } from '../people-sections';
import { ChangesPanel } from './changes-panel';
import { addMix } from './mix-edits';
import { MixTable } from './mix-table';
import { OptionsPanel } from './options-panel';
import { StaffDialog } from './staff-dialog';
import { takeStaff } from './staff-import';

/** How many people work in the service: staffings side by side, their changes over time, and the options they make. */
export function StaffingSection({ shown }: { shown: Shown }) {
  const { project, mix } = shown;
  const [wantedId, setWantedId] = useState<string | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const changing = project.mixes.find(({ id }) => id === wantedId) ?? mix ?? project.mixes[0] ?? null;
  const add = () => setWantedId(editAdding('Add a staffing', addMix));
  const addButton = (
    <Button icon={<Plus />} onPress={add}>
      Add a staffing
    </Button>
  );
  const importButton = (
    <Button icon={<FileUp />} onPress={() => setIsImporting(true)}>
      Import staff in post…
    </Button>
  );
  return (
    <SectionPage
      title="Staffing and options"
      lead="Posts in whole-time equivalents, once for each staffing to compare. 2.6 WTE is two full-time people and one who works 0.6 of the week."
      actions={
        <>
          {importButton}
          {addButton}
        </>
      }
    >
      {project.roles.length === 0 || !changing ? (
        <NothingYet hasRoles={project.roles.length > 0} addButton={addButton} />
      ) : (
        <>
          <Panel
            headingLevel={3}
            isFlush
            title="Posts at the start"
            subtitle="Where a role has no posts, leave its field empty."
          >
            <MixTable project={project} shownMixId={mix?.id ?? null} />
          </Panel>
          <Panel
            headingLevel={3}
            title="Posts that come and go"
            subtitle="Recruitment, fixed-term posts, maternity leave, a post that ends: from which week, until which."
            actions={<MixChoice mixes={project.mixes} mixId={changing.id} onChoose={setWantedId} />}
          >
            <ChangesPanel project={project} mix={changing} />
          </Panel>
        </>
      )}
      <OptionsPanel shown={shown} />
      {isImporting && (
        <StaffDialog
          project={project}
          onClose={() => setIsImporting(false)}
          onAccept={(staff, targets, mixId) => {
            setIsImporting(false);
            edit('Take over staff in post', (draft) => takeStaff(draft, staff, targets, mixId));
          }}
        />
      )}
    </SectionPage>
  );
}

interface MixChoiceProps {
  mixes: readonly StaffingMix[];
  mixId: string;
  onChoose: (id: string) => void;
}

function MixChoice({ mixes, mixId, onChoose }: MixChoiceProps) {
  const options = mixes.map(({ id, name }) => ({ id, label: name || 'Staffing without a name' }));
  return <Select label="Staffing" layout="inline" value={mixId} options={options} onChange={onChoose} />;
}

function NothingYet({ hasRoles, addButton }: { hasRoles: boolean; addButton: ReactNode }) {
  if (!hasRoles) {
    const go = (
      <Button variant="primary" onPress={() => openSection('roles')}>
        Add roles under People
      </Button>
    );
    return (
      <EmptyState title="No roles yet" icon={<UsersRound />} actions={go}>
        A staffing says how many posts there are of each role.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No staffing yet" icon={<UsersRound />} actions={addButton}>
      Enter the posts there are today. Then add a copy with more, fewer or other posts, and compare the two.
    </EmptyState>
  );
}
