import type { Position, Step, Tier } from '@/ipc/bindings';
import { type Area, areaOf, areaRound, areNear } from '../edits/step-size';

/** How a tier is drawn: the three of the tiered model have their colours, in order from the base. */
export type TierLook = 'universal' | 'targeted' | 'individualised' | 'none';

const looks: readonly TierLook[] = ['universal', 'targeted', 'individualised'];

export function lookOf(tiers: readonly Tier[], tierId: string | null): TierLook {
  const named = looks.find((look) => look === tierId);
  if (named) return named;
  return looks[tiers.findIndex(({ id }) => id === tierId)] ?? 'none';
}

/** The band of a tier on the canvas. */
export interface Lane extends Area {
  tier: Tier;
  look: TierLook;
}

/** Room round the steps of a lane [px]; more above them, for the label. Chosen. */
const room = { side: 40, top: 44, bottom: 24 };
/** Between two lanes [px]. */
const laneGap = 14;
/** A gap no higher than this is shared out between its lanes, so that there is no crack to drop a step into [px]. */
const crack = 160;
const emptyHeight = 120;
/** Width of lanes on a canvas without any step in a tier [px]. */
const emptyWidth = 760;

/** A lane for each tier, all equally wide, round the steps that are in it; empty ones where there is room. */
export function lanesOf(tiers: readonly Tier[], steps: readonly Step[]): Lane[] {
  const inTiers = steps.filter(({ tier }) => tiers.some(({ id }) => id === tier));
  const across = areaRound(inTiers.map(areaOf)) ?? besides(steps);
  const x = across.x - room.side;
  const width = Math.max(across.width + 2 * room.side, emptyWidth / 2);
  const lanes: Lane[] = [];
  for (const tier of tiers) {
    const round = areaRound(inTiers.filter((step) => step.tier === tier.id).map(areaOf));
    if (!round) continue;
    const height = round.height + room.top + room.bottom;
    lanes.push({ tier, look: lookOf(tiers, tier.id), x, width, y: round.y - room.top, height });
  }
  closeCracks(lanes);
  return withEmptyLanes(lanes, tiers, steps.map(areaOf), { x, width, y: across.y - room.top });
}

/** Where lanes begin when no step is in one: right of what there is. */
function besides(steps: readonly Step[]): Area {
  const round = areaRound(steps.map(areaOf));
  if (!round) return { x: 320, y: 40, width: emptyWidth, height: 0 };
  return { x: round.x + round.width + 2 * room.side, y: round.y - emptyHeight, width: emptyWidth, height: 0 };
}

function closeCracks(lanes: readonly Lane[]): void {
  const downwards = [...lanes].sort((one, other) => one.y - other.y);
  for (const [at, lane] of downwards.entries()) {
    const below = downwards[at + 1];
    const gap = below ? below.y - (lane.y + lane.height) : 0;
    if (below && gap > laneGap && gap <= crack) lane.height += gap - laneGap;
  }
}

/** Where empty lanes begin, and how wide they are. */
interface Start extends Position {
  width: number;
}

/** Lanes of tiers with no step go between their neighbours where there is room, and otherwise below everything. */
function withEmptyLanes(lanes: Lane[], tiers: readonly Tier[], steps: readonly Area[], { x, y, width }: Start): Lane[] {
  const all = [...lanes];
  for (const [at, tier] of tiers.entries()) {
    if (all.some((lane) => lane.tier === tier)) continue;
    const before = all.find((lane) => lane.tier === tiers[at - 1]);
    const after = all.find((lane) => lane.tier === tiers[at + 1]);
    const empty = { x, width, height: emptyHeight };
    const wanted = [
      ...(before ? [before.y + before.height + laneGap] : []),
      ...(after ? [after.y - laneGap - emptyHeight] : []),
      ...(all.length === 0 ? [y] : []),
    ];
    const taken = [...all, ...steps];
    const free = wanted.find((top) => taken.every((area) => !areNear({ ...empty, y: top }, area, laneGap - 1)));
    const below = Math.max(...taken.map((area) => area.y + area.height)) + laneGap;
    all.push({ ...empty, tier, look: lookOf(tiers, tier.id), y: free ?? below });
  }
  return all.sort((one, other) => tiers.indexOf(one.tier) - tiers.indexOf(other.tier));
}

/** The tier of the lane that a point lies in: the present one where lanes overlap, and none outside all. */
export function tierAt(lanes: readonly Lane[], { x, y }: Position, present: string | null): string | null {
  const under = lanes.filter(
    (lane) => x >= lane.x && x <= lane.x + lane.width && y >= lane.y && y <= lane.y + lane.height,
  );
  const kept = under.find(({ tier }) => tier.id === present);
  return (kept ?? under[0])?.tier.id ?? null;
}
