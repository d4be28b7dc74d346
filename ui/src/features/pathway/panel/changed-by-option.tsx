import { Undo2 } from 'lucide-react';
import { edit } from '@/document/document';
import { likelyOf } from '@/document/estimate';
import type { ServiceOption } from '@/ipc/bindings';
import { IconButton } from '@/shared/components/icon-button';
import { formatNumber } from '@/shared/format/numbers';
import styles from './panel.module.css';

/** Figures that the shown option changes in a part of its design: loads follow them, the fields show the design. */
export function ChangedByOption({ option, place }: { option: ServiceOption; place: string }) {
  const changes = option.changes.filter(({ figure }) => figure.startsWith(place));
  if (changes.length === 0) return null;
  const keepDesign = (figure: string) =>
    edit(`Keep the design's figure in ${option.name}`, (draft) => {
      const changed = draft.options.find(({ id }) => id === option.id);
      if (changed) changed.changes = changed.changes.filter((one) => one.figure !== figure);
    });
  return (
    <section className={styles.changed} aria-labelledby="changed-by-option">
      <h3 id="changed-by-option">Different in {option.name}</h3>
      <ul className={styles.lines}>
        {changes.map(({ figure, to }) => (
          <li key={figure} className={styles.row}>
            <span className={styles.grow}>
              {figureWords(figure.slice(place.length))}: <strong>{formatNumber(likelyOf(to), 3)}</strong>
            </span>
            <IconButton
              size="small"
              label="Use the figure of the design"
              icon={<Undo2 />}
              onPress={() => keepDesign(figure)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `work/schedule/everyWeeks` as `schedule, every weeks`. */
export function figureWords(path: string): string {
  const parts = path.replace(/^(work|cause)\//, '').split('/');
  return parts.map((part) => part.replace(/([A-Z])/g, ' $1').toLowerCase()).join(', ');
}
