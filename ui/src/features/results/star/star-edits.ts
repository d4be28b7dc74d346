import { edit } from '@/document/document';
import type { StarPoint, StarTag } from '@/ipc/bindings';

/** The five points, in the order in which they are shown, and what belongs under each. */
export const starPoints: readonly { id: StarPoint; label: string; description: string }[] = [
  {
    id: 'supply',
    label: 'Supply',
    description: 'More, or fewer, of the staff there are: recruitment, retention, hours',
  },
  { id: 'upskilling', label: 'Upskilling', description: 'The staff there are learn to do more' },
  { id: 'newRoles', label: 'New roles', description: 'Kinds of staff that were not there before' },
  { id: 'newWaysOfWorking', label: 'New ways of working', description: 'The same work is done in another way' },
  { id: 'leadership', label: 'Leadership', description: 'Who leads the change, and how. In no figure: said by hand' },
];

export const pointLabel = (point: StarPoint): string => starPoints.find(({ id }) => id === point)?.label ?? point;

/** Tags differences as one change of an option. Without words of its own, the differences say what it is. */
export function tagDifferences(optionId: string, point: StarPoint, places: readonly string[]): void {
  addTag(optionId, { point, words: '', places: [...places] });
}

export function addTag(optionId: string, tag: StarTag): void {
  change(optionId, `Tag a change under ${pointLabel(tag.point)}`, (tags) => [...tags, tag]);
}

/** Puts another tag in the place of one; nothing where that is not the one it was any more. */
export function putTag(optionId: string, at: number, before: Pick<StarTag, 'words'>, tag: StarTag): void {
  change(optionId, `Change a tag under ${pointLabel(tag.point)}`, (tags) =>
    tags.map((one, position) => (position === at && one.words === before.words ? tag : one)),
  );
}

export function removeTag(optionId: string, at: number, before: StarTag): void {
  change(optionId, `Remove a tag under ${pointLabel(before.point)}`, (tags) =>
    tags.filter((one, position) => position !== at || one.words !== before.words),
  );
}

function change(optionId: string, label: string, put: (tags: readonly StarTag[]) => StarTag[]): void {
  edit(label, (draft) => {
    const option = draft.options.find(({ id }) => id === optionId);
    if (option) option.star = put(option.star ?? []);
  });
}
