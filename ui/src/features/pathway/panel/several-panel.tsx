import { Copy, Trash2 } from 'lucide-react';
import type { Tier } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Select } from '@/shared/components/select';
import { formatCount } from '@/shared/format/numbers';
import { deleteSelection, duplicateSelection, editDesign } from '../pathway-commands';
import styles from './panel.module.css';

/** Several steps or links at once. */
export function SeveralPanel({
  steps,
  links,
  tiers,
}: {
  steps: readonly string[];
  links: readonly string[];
  tiers: readonly Tier[];
}) {
  const what = [
    steps.length > 0 && formatCount(steps.length, 'step'),
    links.length > 0 && formatCount(links.length, 'link'),
  ]
    .filter(Boolean)
    .join(' and ');
  const setTier = (tier: string) =>
    editDesign(
      `Move ${formatCount(steps.length, 'step')} to ${tiers.find(({ id }) => id === tier)?.name ?? tier}`,
      (design) => {
        for (const step of design.steps) if (steps.includes(step.id)) step.tier = tier;
      },
    );
  return (
    <>
      <h2 className={styles.title}>{what} selected</h2>
      <p className={styles.hint}>
        Arrow keys move them, Delete takes them away, and copies can be pasted into another option.
      </p>
      <div className={styles.stack}>
        {tiers.length > 0 && steps.length > 0 && (
          <Select
            label="Move to the tier"
            value={null}
            options={tiers.map(({ id, name }) => ({ id, label: name }))}
            onChange={setTier}
          />
        )}
        <div className={styles.buttons}>
          {steps.length > 0 && (
            <Button size="small" icon={<Copy />} onPress={duplicateSelection}>
              Duplicate
            </Button>
          )}
          <Button size="small" icon={<Trash2 />} onPress={deleteSelection}>
            Delete
          </Button>
        </div>
      </div>
    </>
  );
}
