import type { Cause } from '@/ipc/bindings';
import type { SelectOption } from '@/shared/components/select';
import type { StepKind } from './kinds';
import { causeLabels } from './links';

const waitingKinds: readonly StepKind[] = ['contacts', 'group', 'places'];
const missableKinds: readonly StepKind[] = ['contacts', 'group'];

/** When people can leave a step of a kind: while waiting only where there is a list to wait on. */
export function causesFrom(kind: StepKind): SelectOption<Cause['kind']>[] {
  const all = Object.keys(causeLabels) as Cause['kind'][];
  const possible = all.filter((cause) => {
    if (cause === 'completed') return true;
    return cause === 'missedTooOften' ? missableKinds.includes(kind) : waitingKinds.includes(kind);
  });
  return possible.map((id) => ({ id, ...causeLabels[id] }));
}
