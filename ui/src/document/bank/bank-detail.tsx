import type { BankEntry } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Notice } from '@/shared/components/notice';
import { Tag } from '@/shared/components/tag';
import { lowerFirst } from '@/shared/format/words';
import { edit, useDocument } from '../document';
import { evidenceLabels } from '../fields/evidence-words';
import { putFigure } from '../figure-place';
import { goToFigure } from '../wanted-place';
import styles from './bank.module.css';
import { type BankField, closeBank } from './bank-state';
import { aboutWords, bankValue, isFromMemory, nowWords } from './bank-words';
import { useFittingPlaces } from './use-bank-entries';

interface BankDetailProps {
  entry: BankEntry;
  /** The field that a figure is looked for. */
  field: BankField | null;
  /** Whether the figure may be put into that field. */
  fits: boolean;
  /** Puts the figure in by the function given, after a question where the figure is from memory. */
  onInsert: (insert: () => void) => void;
}

/** All that is known of one figure, and the way into the document. */
export function BankDetail({ entry, field, fits, onInsert }: BankDetailProps) {
  const { figure, topicWords } = entry;
  const { label, description } = evidenceLabels[figure.label];
  const about = aboutWords(figure);
  return (
    <section className={styles.detail} aria-label="The chosen figure" aria-live="polite">
      <div className={styles.facts}>
        <p className={styles.topic}>{topicWords}</p>
        <h3 className={styles.name}>{figure.words}</h3>
        <p className={styles.figure}>{bankValue(figure)}</p>
        <p className={styles.label}>
          <Tag tone={isFromMemory(figure) ? 'warning' : 'accent'}>{label}</Tag> {lowerFirst(description)}
        </p>
        <dl className={styles.said}>
          {about && <Fact name="Of" words={about} />}
          <Fact name="Source" words={figure.source} />
          {figure.note && <Fact name="Note" words={figure.note} />}
        </dl>
        {isFromMemory(figure) && (
          <Notice tone="warning" title="Nobody has looked this figure up">
            It was remembered while figures were collected. The document will warn of it until it is replaced.
          </Notice>
        )}
      </div>
      {field && fits ? (
        <Button
          variant="primary"
          onPress={() =>
            onInsert(() => {
              field.onInsert(entry.estimate);
              closeBank();
            })
          }
        >
          Put it into {lowerFirst(field.label)}
        </Button>
      ) : (
        <Places entry={entry} onInsert={onInsert} />
      )}
    </section>
  );
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  );
}

/** Every field of the shown option that the figure fits: one press puts it there and goes there. */
function Places({ entry, onInsert }: Pick<BankDetailProps, 'entry' | 'onInsert'>) {
  const option = useDocument(({ project, optionId }) => project?.options.find(({ id }) => id === optionId) ?? null);
  const places = useFittingPlaces(entry.figure.id, option?.id ?? null);
  if (entry.figure.fits.length === 0) {
    return <p className={styles.hint}>To read and to quote: no field of a service holds this figure.</p>;
  }
  if (!option) return <p className={styles.hint}>Open a project to put it into one of its fields.</p>;
  if (places === null) return null;
  if (places.length === 0) {
    return <p className={styles.hint}>Nothing in “{option.name}” holds such a figure.</p>;
  }
  const insert = (place: string, words: string) => () => {
    edit(`Put ${bankValue(entry.figure)} from the figure bank into ${words}`, (draft) => {
      putFigure(draft, option.id, place, entry.estimate);
    });
    closeBank();
    goToFigure(option.id, place);
  };
  return (
    <div className={styles.places}>
      <h4>Where it can go in “{option.name}”</h4>
      <ul>
        {places.map((one) => (
          <li key={one.place}>
            <span>
              {one.words} <span className={styles.now}>{nowWords(one)}</span>
            </span>
            <Button
              size="small"
              aria-label={`Put it here: ${one.words}`}
              onPress={() => onInsert(insert(one.place, one.words))}
            >
              Put it here
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
