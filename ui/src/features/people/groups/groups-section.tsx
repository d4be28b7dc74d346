import { Plus, Users } from 'lucide-react';
import { PlaceOf } from '@/document/fields/place';
import type { Shown } from '@/document/shown';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { editAdding } from '../parts/edit-adding';
import { ProblemList } from '../parts/problem-list';
import { SectionPage } from '../parts/section-page';
import { addGroup } from './group-edits';
import { GroupRow } from './group-row';
import styles from './groups.module.css';

/** People who are alike in what they need and how urgently, with any labels for looking at fairness. */
export function GroupsSection({ shown: { project, design } }: { shown: Shown }) {
  const addButton = (
    <Button icon={<Plus />} onPress={() => editAdding('Add a client group', addGroup)}>
      Add a group
    </Button>
  );
  return (
    <SectionPage
      title="Client groups"
      lead="People who are alike in what they need and how urgently. Waits can be told apart by group; a label such as deprivation makes fairness visible."
      actions={addButton}
    >
      <ProblemList path="groups" label="Problems of the client groups" />
      {project.groups.length === 0 ? (
        <EmptyState title="No client groups yet" icon={<Users />} actions={addButton}>
          At least one is needed. One group for everybody will do; urgent and routine people are a common pair.
        </EmptyState>
      ) : (
        <Panel
          headingLevel={3}
          isFlush
          title="Groups"
          subtitle={`Shares are those of the referrals in “${design.name}”; change them under Demand.`}
        >
          <div className={styles.room}>
            <table className={styles.table} aria-label="Client groups">
              <thead>
                <tr>
                  <th scope="col">Group</th>
                  <th scope="col">When a step goes by urgency</th>
                  <th scope="col">Share of referrals</th>
                  <th scope="col">Labels</th>
                  <th scope="col">
                    <span className={styles.unseen}>Actions</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {project.groups.map((group, at) => (
                  <PlaceOf key={group.id} path={`groups/${group.id}`}>
                    <GroupRow {...{ project, design, group, at }} />
                  </PlaceOf>
                ))}
              </tbody>
            </table>
          </div>
        </Panel>
      )}
    </SectionPage>
  );
}
