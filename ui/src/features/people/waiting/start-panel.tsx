import type { Draft } from 'immer';
import { edit } from '@/document/document';
import { PlaceOf } from '@/document/fields/place';
import type { Design, Project, Step } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { CaseMixFields } from '../demand/case-mix-fields';
import { ProblemList } from '../parts/problem-list';
import { Part, Parts } from '../parts/section-page';
import { SharedNote, useSharedStep } from '../parts/shared-step';
import { editStep } from '../parts/step-edits';
import { ListPart } from './list-part';
import { canHaveList, changeStart, type StartableStep } from './starting';
import { UnderWayPart } from './under-way-part';

/** Changes who is at the open step at the start, as one edit. */
export type ChangeStart = (label: string, put: (step: Draft<Step>, project: Draft<Project>) => void) => void;

export interface StartPanelProps {
  project: Project;
  design: Design;
  step: StartableStep;
}

const startOf = ({ work }: Step) => ('start' in work ? work.start : null);

/** Who waits for one step, and who is under way there, when the simulation starts. */
export function StartPanel({ project, design, step }: StartPanelProps) {
  const { start } = step.work;
  const path = `designs/${design.id}/steps/${step.id}`;
  const all = useSharedStep(project, design, step, startOf);
  // Another design may keep the same people at another step: only one that names people here can be said to differ.
  const shared = { ...all, other: all.other.filter((one) => startOf(one.step) !== null) };
  const change: ChangeStart = (label, put) => editStep(`${label}, ${step.name}`, shared.designIds, step.id, put);
  const copy = (designIds: readonly string[]) =>
    edit(`Use the same people at ${step.name}`, (draft) => {
      for (const other of draft.designs) {
        const found = designIds.includes(other.id) && other.steps.find(({ id }) => id === step.id);
        if (found && 'start' in found.work) found.work.start = start;
      }
    });
  return (
    <PlaceOf path={path}>
      <Panel headingLevel={3} title={step.name || 'Step without a name'}>
        <ProblemList path={`${path}/work/start`} label="Problems of the people here at the start" />
        <SharedNote shared={shared} what="The people here at the start" onCopy={copy} />
        <Parts>
          {canHaveList(step) && (
            <div>
              <ListPart step={step} project={project} change={change} />
            </div>
          )}
          <div>
            <UnderWayPart step={step} change={change} />
            {start && (
              <Part title="Of which client groups">
                <CaseMixFields
                  groups={project.groups}
                  mix={start.caseMix}
                  at="work/start/caseMix"
                  of="people here at the start"
                  emptyWords="As among those referred."
                  onChange={(caseMix, label) =>
                    change(label, (draft) =>
                      changeStart(draft, (changed) => {
                        changed.caseMix = caseMix;
                      }),
                    )
                  }
                />
              </Part>
            )}
          </div>
        </Parts>
      </Panel>
    </PlaceOf>
  );
}
