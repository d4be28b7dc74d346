import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import type { Lever, LeverKind } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Finder } from '@/shared/components/finder';
import { Popover } from '@/shared/components/popover';
import { pickLever } from './what-if';
import { valueWords } from './what-if-words';

/** Finds another figure of the option to move, by typing a part of its name. */
export function AddLever({ levers, shown }: { levers: readonly Lever[]; shown: readonly Lever[] }) {
  const sections = useMemo(() => sectionsOf(levers.filter((lever) => !shown.includes(lever))), [levers, shown]);
  if (sections.length === 0) return null;
  const trigger = (
    <Button size="small" icon={<Plus />}>
      Move another figure
    </Button>
  );
  return (
    <Popover label="Figures that can be moved" trigger={trigger}>
      {({ close }) => (
        <Finder
          placeholder="Find a figure: a step, travel, missed"
          sections={sections}
          onPick={(id) => {
            pickLever(id, true);
            close();
          }}
        />
      )}
    </Popover>
  );
}

const kindNames: Record<Exclude<LeverKind, 'posts' | 'referrals'>, string> = {
  share: 'Shares',
  time: 'Times',
  capacity: 'Places, seats and slots',
};

function sectionsOf(levers: readonly Lever[]) {
  return (Object.keys(kindNames) as (keyof typeof kindNames)[])
    .map((kind) => {
      const items = levers
        .filter((lever) => lever.kind === kind)
        .map((lever) => ({ id: lever.id, name: lever.name, value: valueWords(lever, lever.base) }));
      return { id: kind, name: kindNames[kind], items };
    })
    .filter(({ items }) => items.length > 0);
}
