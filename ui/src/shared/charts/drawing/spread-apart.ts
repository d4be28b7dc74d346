/** A label that wants to be centred somewhere on a line. */
export interface Placement {
  /** Where its centre would best be. */
  readonly wanted: number;
  readonly size: number;
}

interface Block {
  /** Mean of what its labels want. */
  place: number;
  labels: number;
}

/**
 * Centres of labels moved apart so that none overlap, together as near as can be to where they want to be.
 *
 * Labels keep the order of their wanted places. Take from each label's wanted start the room of the labels before it:
 * labels do not overlap exactly when these places do not fall, so the nearest such places are an isotonic regression,
 * found by pooling neighbours that are out of order and taking their mean. Clipping the places to the range keeps the
 * answer exact. When the labels need more room than there is, the answer is null: the caller shows a legend instead.
 *
 * @param from lowest place a label may touch
 * @param to highest place a label may touch
 */
export function spreadApart(labels: readonly Placement[], from: number, to: number): number[] | null {
  const total = labels.reduce((sum, label) => sum + label.size, 0);
  if (total > to - from) return null;
  const ordered = labels
    .map((label, index) => ({ ...label, index }))
    .sort((a, b) => a.wanted - b.wanted || a.index - b.index);

  const before: number[] = [];
  let room = 0;
  for (const label of ordered) {
    before.push(room);
    room += label.size;
  }
  const places = neverFalling(ordered.map((label, place) => label.wanted - label.size / 2 - (before[place] ?? 0)));

  const centres: number[] = new Array(labels.length).fill(0);
  for (const [place, label] of ordered.entries()) {
    const start = Math.min(Math.max(places[place] ?? from, from), to - total);
    centres[label.index] = start + (before[place] ?? 0) + label.size / 2;
  }
  return centres;
}

/** The sequence that never falls and is nearest to the wanted one in least squares. */
function neverFalling(wanted: readonly number[]): number[] {
  const blocks: Block[] = [];
  for (const place of wanted) {
    let block: Block = { place, labels: 1 };
    let above = blocks.at(-1);
    while (above !== undefined && above.place > block.place) {
      const labels = above.labels + block.labels;
      block = { place: (above.place * above.labels + block.place * block.labels) / labels, labels };
      blocks.pop();
      above = blocks.at(-1);
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => new Array<number>(block.labels).fill(block.place));
}
