import { useMemo } from 'react';
import { nationalBands, type StartingPicture } from '@/ipc/bindings';
import { WeeksHistogram } from '@/shared/charts/weeks-histogram/weeks-histogram';
import { formatNumber, formatPeople } from '@/shared/format';
import styles from './waiting.module.css';
import { weeklyPeople } from './weekly-people';

/** A starting list as it will be simulated: by weeks waited, and by the national bands. */
export function ListPicture({ picture }: { picture: StartingPicture }) {
  const people = useMemo(() => weeklyPeople(picture), [picture]);
  const { meanWeeks, longestWeeks } = picture;
  const marks = useMemo(
    () => [
      ...(meanWeeks === null ? [] : [{ name: `mean ${formatNumber(meanWeeks, 0)}`, weeks: meanWeeks }]),
      ...(longestWeeks === null ? [] : [{ name: `longest ${formatNumber(longestWeeks, 0)}`, weeks: longestWeeks }]),
    ],
    [meanWeeks, longestWeeks],
  );
  return (
    <figure className={styles.picture}>
      <figcaption className={styles.caption}>{formatPeople(picture.people)} by weeks waited so far</figcaption>
      <WeeksHistogram people={people} marks={marks} height={170} />
      <table className={styles.bands} aria-label="People by national band">
        <thead>
          <tr>
            {nationalBands.map((band) => (
              <th key={band} scope="col">
                {band}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {picture.byNationalBand.map((count, at) => (
              <td key={nationalBands[at]}>{formatNumber(count, 0)}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
