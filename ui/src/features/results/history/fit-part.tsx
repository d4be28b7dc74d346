import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useDocument } from '@/document/document';
import { useSettings } from '@/document/settings';
import type { Actuals, FitChoice, Project, ServiceOption, UnknownRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { Finder } from '@/shared/components/finder';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import { Popover } from '@/shared/components/popover';
import { Progress } from '@/shared/components/progress';
import { formatNumber } from '@/shared/format';
import { showError } from '@/shared/notices/notices';
import { valueWords } from '../drivers/drivers-words';
import { FitAnswer } from './fit-answer';
import { mostUnknown, sectionsOf, useFitDraft, whyNot } from './fit-draft';
import { fits } from './history-questions';
import styles from './on-track.module.css';

interface FitPartProps {
  project: Project;
  projectId: string;
  option: ServiceOption;
  series: Actuals;
}

/** Which values of figures that nobody knows go with what was counted. */
export function FitPart({ project, projectId, option, series }: FitPartProps) {
  const choices = useFitChoices(projectId, option.id);
  const [{ unknown, futures }, draft] = useFitDraft([projectId, option.id, series.id].join(' '));
  const seed = useSettings(({ settings }) => settings?.seed ?? '1');
  const ask = () =>
    void fits.ask({ projectId, optionId: option.id, actualsId: series.id, unknown: [...unknown], futures, seed });
  const put = (at: number, part: Partial<UnknownRequest>) =>
    draft({ unknown: unknown.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <>
      <section className={styles.card} aria-label="Fit to what was counted">
        <h2 className={styles.heading}>Which figures go with what was counted?</h2>
        <p className={styles.soft}>
          Choose figures of {option.name} that nobody knows for sure, with limits they surely keep to. Pathloom
          simulates the time that was counted with many values between the limits, and keeps those that give what was
          counted.
        </p>
        <ul className={styles.unknown} aria-label="Figures that are not known">
          {unknown.map((one, at) => (
            <UnknownRow
              key={one.place}
              unknown={one}
              choice={choices.find(({ place }) => place === one.place) ?? null}
              onChange={(part) => put(at, part)}
              onRemove={() => draft({ unknown: unknown.filter((_, place) => place !== at) })}
            />
          ))}
        </ul>
        <div className={styles.buttons}>
          <AddUnknown
            choices={choices.filter(({ place }) => !unknown.some((one) => one.place === place))}
            isFull={unknown.length >= mostUnknown}
            onAdd={({ place, low, high }) => draft({ unknown: [...unknown, { place, low, high }] })}
          />
        </div>
        <Disclosure title="How thorough" summary={`${formatNumber(futures, 0)} futures`}>
          <div className={styles.narrow}>
            <NumberField
              label="Simulated futures to learn from"
              value={futures}
              min={400}
              max={50_000}
              step={1_000}
              decimals={0}
              onCommit={(wanted) => draft({ futures: wanted })}
            />
          </div>
        </Disclosure>
        <Ask why={whyNot(unknown, choices, series.figures.length)} onAsk={ask} />
      </section>
      <FitAnswer {...{ project, option, series }} />
    </>
  );
}

const nothing: readonly FitChoice[] = [];

/** Figures of an option that can be fitted, as the document stands. */
function useFitChoices(projectId: string, optionId: string): readonly FitChoice[] {
  const version = useDocument((document) => document.version);
  const saving = useDocument((document) => document.saving);
  const [choices, setChoices] = useState(nothing);
  useEffect(() => {
    // The program is asked once it has what is on the screen.
    if (saving !== 'saved') return;
    let isWanted = version >= 0;
    client()
      .fitChoices(projectId, optionId)
      .then((found) => isWanted && setChoices(found), showError);
    return () => {
      isWanted = false;
    };
  }, [projectId, optionId, version, saving]);
  return choices;
}

interface UnknownRowProps {
  unknown: UnknownRequest;
  choice: FitChoice | null;
  onChange: (part: Partial<UnknownRequest>) => void;
  onRemove: () => void;
}

function UnknownRow({ unknown, choice, onChange, onRemove }: UnknownRowProps) {
  if (!choice) return null;
  const { words, unit, now, least, most } = choice;
  const field = (end: 'low' | 'high', label: string) => (
    <NumberField
      label={`${words}: ${label}`}
      layout="inline"
      value={unknown[end]}
      min={least}
      max={most}
      decimals={4}
      onCommit={(value) => onChange({ [end]: value })}
    />
  );
  return (
    <li className={styles.unknownRow}>
      <span className={styles.unknownName}>
        {words} <span className={styles.soft}>thought to be {valueWords(now, unit)}</span>
      </span>
      <span>
        surely from {field('low', 'lowest')} to {field('high', 'highest')}
      </span>
      <IconButton size="small" label={`Leave out ${words}`} icon={<Trash2 />} onPress={onRemove} />
    </li>
  );
}

interface AddUnknownProps {
  choices: readonly FitChoice[];
  isFull: boolean;
  onAdd: (choice: FitChoice) => void;
}

function AddUnknown({ choices, isFull, onAdd }: AddUnknownProps) {
  if (isFull) return <p className={styles.soft}>One line of figures tells no more than {mostUnknown} figures apart.</p>;
  const found = sectionsOf(choices).map(({ id, name, choices: of }) => ({
    id,
    name,
    items: of.map(({ place, words, now, unit }) => ({ id: place, name: words, value: valueWords(now, unit) })),
  }));
  const trigger = (
    <Button size="small" icon={<Plus />} isDisabled={choices.length === 0}>
      Add a figure that is not known
    </Button>
  );
  return (
    <Popover label="Figures that may not be known" trigger={trigger}>
      {({ close }) => (
        <Finder
          placeholder="Find a figure: referrals, posts, a step"
          sections={found}
          onPick={(place) => {
            const choice = choices.find((one) => one.place === place);
            if (choice) onAdd(choice);
            close();
          }}
        />
      )}
    </Popover>
  );
}

function Ask({ why, onAsk }: { why: string | null; onAsk: () => void }) {
  const { isUnderWay, isStopping, progress, ending } = fits.use();
  const whyId = useId();
  if (isUnderWay) {
    const words = progress && `${formatNumber(progress.made, 0)} of ${formatNumber(progress.of, 0)} futures`;
    return (
      <Progress
        label={isStopping ? 'Stopping' : 'Simulating the time that was counted'}
        share={progress ? progress.made / Math.max(progress.of, 1) : null}
        {...(words ? { words } : {})}
        onCancel={fits.stop}
      />
    );
  }
  return (
    <div className={styles.buttons}>
      <Button
        variant="primary"
        isDisabled={why !== null}
        aria-describedby={why === null ? undefined : whyId}
        onPress={onAsk}
      >
        Fit to what was counted
      </Button>
      {why !== null && (
        <p id={whyId} className={styles.soft}>
          {why}
        </p>
      )}
      {ending === 'stopped' && why === null && (
        <p className={styles.soft} role="status">
          Stopped before enough futures were simulated to learn from. Nothing was changed.
        </p>
      )}
    </div>
  );
}
