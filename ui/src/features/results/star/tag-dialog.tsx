import { useId, useState } from 'react';
import type { StarPoint, StarTag, StarView } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Checkbox } from '@/shared/components/checkbox';
import { Dialog } from '@/shared/components/dialog';
import { Select } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import { announce } from '@/shared/notices/announcements';
import styles from './star.module.css';
import { addTag, pointLabel, putTag, starPoints } from './star-edits';
import type { Edited } from './star-panel';
import { type PlaceChoice, placeChoices } from './star-words';

/** Longest text of a change; the check of the document refuses longer ones. Chosen far below its limit. */
const longest = 400;

interface TagDialogProps {
  view: StarView;
  edited: Edited;
  optionId: string;
  onClose: () => void;
}

/** A change in words, its point, and the differences it covers. */
export function TagDialog({ view, edited: { point: firstPoint, change }, optionId, onClose }: TagDialogProps) {
  const [point, setPoint] = useState<StarPoint>(firstPoint);
  const [words, setWords] = useState(change?.words ?? '');
  const [choices] = useState(() => placeChoices(view, change));
  const [places, setPlaces] = useState<readonly string[]>(() => change?.places.map(({ place }) => place) ?? []);
  const isEmpty = words.trim() === '' && places.length === 0;
  const save = () => {
    if (isEmpty) return;
    const tag: StarTag = { point, words: words.trim(), places: [...places] };
    if (change) putTag(optionId, change.at, change, tag);
    else addTag(optionId, tag);
    announce(`Tagged under ${pointLabel(point)}`);
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={isEmpty} onPress={save}>
        {change ? 'Change it' : 'Add it'}
      </Button>
    </>
  );
  return (
    <Dialog title={change ? 'Change a tag' : 'Add a change'} isOpen onClose={onClose} footer={footer} width="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="What is changed"
          lines={2}
          value={words}
          onChange={setWords}
          maxLength={longest}
          description="In a sentence. Left empty, the differences below say it, with the figures as they stand."
          autoFocus
        />
        <Select label="Point of the Star" value={point} options={starPoints} onChange={setPoint} />
        <Places {...{ choices, places }} onChange={setPlaces} />
      </form>
    </Dialog>
  );
}

interface PlacesProps {
  choices: readonly PlaceChoice[];
  places: readonly string[];
  onChange: (places: readonly string[]) => void;
}

/** The differences that the change is made of: its own, and those that no other tag covers. */
function Places({ choices, places, onChange }: PlacesProps) {
  const labelId = useId();
  if (choices.length === 0) return <p className={styles.quiet}>Every difference between the two is tagged already.</p>;
  const put = (place: string, isIn: boolean) =>
    onChange(isIn ? [...places, place] : places.filter((other) => other !== place));
  return (
    <div>
      <p id={labelId} className={styles.groupLabel}>
        Differences it covers
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot scroll in every engine */}
      <div role="group" aria-labelledby={labelId} className={styles.choices}>
        {choices.map(({ place, words }) => (
          <Checkbox key={place} isSelected={places.includes(place)} onChange={(isIn) => put(place, isIn)}>
            {words}
          </Checkbox>
        ))}
      </div>
    </div>
  );
}
