import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Effect, Occasion, Project } from '@/ipc/bindings';
import { Select } from '@/shared/components/select';
import { set } from '../parts/set';
import { editEffect } from './money-edits';
import { occasionChoices, occasionOf, occasionWords, stepChoices } from './occasions';

const everybody = 'everybody';

/** What an effect is counted for: the occasion, and whose or where. */
export function OccasionFields({ project, effect }: { project: Project; effect: Effect }) {
  const { each } = effect;
  const put = (occasion: Occasion) => editEffect(effect, 'Change what it is counted for', set('each', occasion));
  return (
    <>
      <Select
        layout="inline"
        label={`What it is counted for, ${effect.name}`}
        value={each.kind}
        options={occasionChoices(project)}
        onChange={(kind) => put(occasionOf(kind, each, project))}
      />{' '}
      {'step' in each ? (
        <StepChoice project={project} name={effect.name} each={each} put={put} />
      ) : (
        <GroupChoice project={project} name={effect.name} each={each} put={put} />
      )}
    </>
  );
}

interface ChoiceProps<Each> {
  project: Project;
  name: string;
  each: Each;
  put: (occasion: Occasion) => void;
}

function StepChoice({ project, name, each, put }: ChoiceProps<Extract<Occasion, { step: string }>>) {
  const path = usePlace('each/step');
  const problem = useProblemAt('each/step');
  const { fits = () => true } = occasionWords[each.kind];
  return (
    <span data-place={path}>
      <Select
        layout="inline"
        label={`At which step, ${name}`}
        value={each.step}
        options={stepChoices(project, fits)}
        placeholder="a step that is not there"
        onChange={(step) => put({ ...each, step })}
        error={problem}
      />
    </span>
  );
}

/** Whose occasions count; nothing to choose where there is one group. */
function GroupChoice({ project, name, each, put }: ChoiceProps<Extract<Occasion, { group: string | null }>>) {
  const path = usePlace('each/group');
  const problem = useProblemAt('each/group');
  if (project.groups.length < 2 && each.group === null) return null;
  const groups = project.groups.map((group) => ({ id: `group ${group.id}`, label: `of ${group.name}` }));
  return (
    <span data-place={path}>
      <Select
        layout="inline"
        label={`Of which people, ${name}`}
        value={each.group === null ? everybody : `group ${each.group}`}
        options={[{ id: everybody, label: 'of everybody' }, ...groups]}
        placeholder="of a group that is not there"
        onChange={(id) => put({ ...each, group: id === everybody ? null : id.slice('group '.length) })}
        error={problem}
      />
    </span>
  );
}
