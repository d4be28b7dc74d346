import { memo } from 'react';
import type { CaseSpan } from '@/ipc/bindings';
import styles from './paper.module.css';

/** Words with live figures: each figure says on hover where it stands in the results. */
export const Line = memo(function Line({ spans }: { spans: readonly CaseSpan[] }) {
  return spans.map(({ text, place }, at) =>
    place === null ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand in a line twice
      <bdi key={at}>{text}</bdi>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same figure may stand in a line twice
      <data key={at} value={place} className={styles.figure} title={placeWords(place)}>
        {text}
      </data>
    ),
  );
});

/** Where a figure comes from, for whoever asks. */
export function placeWords(place: string): string {
  const [root] = place.split('/');
  const roots: Record<string, string> = {
    options: 'From the simulated futures',
    comparison: 'A difference in the same simulated futures',
    money: 'From the appraisal of money',
    posts: 'From the staffing of the option',
    document: 'From the document',
    register: 'Counted in the assumptions',
    run: 'From the run',
  };
  return `${roots[root ?? ''] ?? 'Worked out'}: ${place}`;
}
