import { memo, useEffect, useRef } from 'react';
import type { CaseBlock } from '@/ipc/bindings';
import { textOf } from './case-words';
import { Line } from './line';
import styles from './paper.module.css';

type Of<Kind extends CaseBlock['kind']> = Extract<CaseBlock, { kind: Kind }>;

/** A part of the paper, as it will be printed. */
export const Block = memo(function Block({ block }: { block: CaseBlock }) {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} />;
    case 'paragraph':
      return (
        <p className={styles[block.role]} data-to-complete={block.role === 'toComplete' || undefined}>
          <Line spans={block.line} />
        </p>
      );
    case 'points':
      return (
        <ul className={styles.points}>
          {block.lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: points have no names of their own
            <li key={at}>
              <Line spans={line} />
            </li>
          ))}
        </ul>
      );
    case 'highlights':
      return (
        <ul className={styles.highlights}>
          {block.all.map(({ figure, words }) => (
            <li key={textOf(words)}>
              <strong>
                <Line spans={[figure]} />
              </strong>
              <span>
                <Line spans={words} />
              </span>
            </li>
          ))}
        </ul>
      );
    case 'table':
      return <Table block={block} />;
    case 'chart':
      return <Chart block={block} />;
  }
});

/** The title of the paper is the second level of the screen. */
function Heading({ block: { level, text } }: { block: Of<'heading'> }) {
  const Level = level === 1 ? 'h3' : level === 2 ? 'h4' : 'h5';
  return (
    <Level className={styles[`heading${level}`]} data-heading={text}>
      {text}
    </Level>
  );
}

function Table({ block: { caption, columns, rows } }: { block: Of<'table'> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.room} aria-label={textOf(caption)} tabIndex={0}>
      <table className={styles.table}>
        <caption>
          <Line spans={caption} />
        </caption>
        <thead>
          <tr>
            {columns.map(({ head, numbers }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
              <th key={at} scope="col" className={numbers ? styles.number : undefined}>
                <Line spans={head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, total }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no names of their own
            <tr key={row} className={total ? styles.total : undefined}>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
                <td key={at} className={columns[at]?.numbers ? styles.number : undefined}>
                  <Line spans={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Chart({ block: { title, subtitle, alternative, svg } }: { block: Of<'chart'> }) {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Parsed as a drawing and not as a page: nothing in it can run, and its letters take the page's face.
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    room.current?.replaceChildren(document.importNode(drawing, true));
  }, [svg]);
  return (
    <figure className={styles.chart}>
      <figcaption>
        <strong>
          <Line spans={title} />
        </strong>
        <span>
          <Line spans={subtitle} />
        </span>
      </figcaption>
      <div ref={room} className={styles.drawing} role="img" aria-label={alternative} />
    </figure>
  );
}
