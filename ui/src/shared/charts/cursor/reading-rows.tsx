import type { OptionIdentity } from '../chart-data';
import { lookOf } from '../drawing/option-look';
import styles from './reading-rows.module.css';

/** One option's line on a card. */
export interface ReadingRow {
  readonly option: OptionIdentity;
  /** `47 weeks` */
  readonly figure: string;
  /** `42 to 52` */
  readonly band: string;
}

export interface ReadingRowsProps {
  title: string;
  rows: readonly ReadingRow[];
  /** The option that is read. */
  active: number;
  /** More about it, in a sentence. */
  detail: string;
  sample: 'line' | 'bar';
}

/** All options at one place, the one that is read marked and told in full. */
export function ReadingRows({ title, rows, active, detail, sample }: ReadingRowsProps) {
  return (
    <>
      <p className={styles.title}>{title}</p>
      <table className={styles.rows}>
        <tbody>
          {rows.map(({ option, figure, band }, row) => (
            <tr key={option.id} className={row === active && rows.length > 1 ? styles.active : undefined}>
              <td>
                <Sample option={option} sample={sample} />
              </td>
              <td className={styles.name}>{option.name}</td>
              <td className={styles.figure}>{figure}</td>
              <td className={styles.band}>{band}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.detail}>{detail}</p>
    </>
  );
}

function Sample({ option, sample }: { option: OptionIdentity; sample: 'line' | 'bar' }) {
  const { line, dash, texture } = lookOf(option);
  return (
    <svg width="22" height="10" className={styles.sample} aria-hidden="true">
      {sample === 'line' ? (
        <path d="M0 5H22" stroke={line} strokeWidth="2.2" strokeDasharray={dash} />
      ) : (
        <rect
          x="6.5"
          y="0.5"
          width="9"
          height="9"
          stroke={line}
          fill={line}
          fillOpacity={texture === 'solid' ? 1 : 0.16}
        />
      )}
    </svg>
  );
}
