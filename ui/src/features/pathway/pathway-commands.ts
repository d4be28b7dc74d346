import type { Draft } from 'immer';
import { edit, useDocument } from '@/document/document';
import { select, useSelection } from '@/document/selection';
import { type Shown, shownOf } from '@/document/shown';
import type { Cause, Design, Position, Step } from '@/ipc/bindings';
import { formatCount } from '@/shared/format/numbers';
import { announce } from '@/shared/notices/announcements';
import { addStep } from './edits/add';
import { copyOf, paste } from './edits/copies';
import { connect, reconnect } from './edits/links';
import { removeParts } from './edits/remove';
import { sizeOf } from './edits/step-size';
import { lanesOf, tierAt } from './graph/lanes';
import { usePathway } from './pathway-state';
import { kinds, type StepKind } from './words/kinds';

/** What can be done to the shown pathway, by whatever button, key or pointer asks for it: one edit each. */

export function shown(): Shown | null {
  const { project, optionId } = useDocument.getState();
  return shownOf(project, optionId);
}

/** Changes the shown design. */
export function editDesign(label: string, recipe: (design: Draft<Design>) => void, coalesce?: string): void {
  const designId = shown()?.design.id;
  if (!designId) return;
  const change = (draft: Draft<Shown['project']>) => {
    const design = draft.designs.find(({ id }) => id === designId);
    if (design) recipe(design);
  };
  edit(label, change, coalesce);
}

/** Changes one step of the shown design. */
export function editStep(stepId: string, label: string, recipe: (step: Draft<Step>) => void, coalesce?: string): void {
  const change = (design: Draft<Design>) => {
    const step = design.steps.find(({ id }) => id === stepId);
    if (step) recipe(step);
  };
  editDesign(label, change, coalesce);
}

/** Adds a step: at a point of the canvas, or beside the selected step in its tier. */
export function addKind(kind: StepKind, at?: Position): void {
  const now = shown();
  if (!now) return;
  const { design, project } = now;
  const selected = useSelection.getState().steps;
  const beside = at || selected.length !== 1 ? null : (design.steps.find(({ id }) => id === selected[0]) ?? null);
  const tier = at ? tierUnder(now, kind, at) : kind === 'referrals' ? null : (beside?.tier ?? null);
  const { label, newName } = kinds[kind];
  let added: string | null = null;
  edit(`Add ${label.toLowerCase()}`, (draft) => {
    added = addStep(draft, design.id, kind, nameFor(newName, design), {
      beside: beside?.id ?? null,
      at: at ?? null,
      tier,
    });
  });
  if (added === null || !project) return;
  select({ steps: [added] });
  if (!at) usePathway.setState({ revealing: added });
  announce(beside ? `${label} added beside ${beside.name}` : `${label} added`);
}

function tierUnder({ project, design }: Shown, kind: StepKind, at: Position): string | null {
  const { width, height } = sizeOf(kind);
  return tierAt(lanesOf(project.tiers, design.steps), { x: at.x + width / 2, y: at.y + height / 2 }, null);
}

/** A name no other step of the design has: "Delay 2" beside "Delay". */
function nameFor(name: string, { steps }: Design): string {
  const taken = new Set(steps.map((step) => step.name));
  for (let number = 1; ; number += 1) {
    const next = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(next)) return next;
  }
}

/** Takes the selected steps and links away; links that led to them lead on. */
export function deleteSelection(): void {
  const design = shown()?.design;
  const { steps, links } = useSelection.getState();
  if (!design || steps.length + links.length === 0) return;
  const what = steps.length > 0 ? nameSteps(design, steps) : links.length === 1 ? 'a link' : `${links.length} links`;
  edit(`Delete ${what}`, (draft) => removeParts(draft, design.id, steps, links));
  select({});
  announce(`Deleted ${what}. Undo brings it back.`);
}

/** Steps in words: their name, or how many there are. */
function nameSteps({ steps }: Design, ids: readonly string[]): string {
  const [only] = ids;
  return ids.length === 1 ? (steps.find(({ id }) => id === only)?.name ?? 'a step') : formatCount(ids.length, 'step');
}

export function copySelection(): void {
  const design = shown()?.design;
  const { steps } = useSelection.getState();
  if (!design || steps.length === 0) return;
  usePathway.setState({ copied: copyOf(design, steps), pastes: 0 });
  announce(`${formatCount(steps.length, 'step')} copied`);
}

/** How far from the original each copy is put [px]. */
const pasteShift = 40;

export function pasteCopied(): void {
  const { copied, pastes } = usePathway.getState();
  if (!copied || copied.steps.length === 0) return;
  usePathway.setState({ pastes: pastes + 1 });
  put(copied, pasteShift * (pastes + 1), 'Paste');
}

export function duplicateSelection(): void {
  const design = shown()?.design;
  const { steps } = useSelection.getState();
  if (design && steps.length > 0) put(copyOf(design, steps), pasteShift, 'Duplicate');
}

function put(copied: ReturnType<typeof copyOf>, shift: number, verb: string): void {
  let added: string[] = [];
  const what = formatCount(copied.steps.length, 'step');
  editDesign(`${verb} ${what}`, (design) => {
    added = paste(design, copied, { x: shift, y: shift });
  });
  select({ steps: added });
}

/** Moves steps to places, into the lanes they were dropped in: one step of undo for a whole drag. */
export function moveSteps(places: ReadonlyMap<string, Position>, tiers: ReadonlyMap<string, string | null>): void {
  const now = shown();
  if (!now) return;
  const { design, project } = now;
  const moved = design.steps.filter(({ id, position }) => {
    const place = places.get(id);
    return place && (place.x !== position?.x || place.y !== position.y);
  });
  if (moved.length === 0) return;
  const [only] = moved;
  const tier =
    only && moved.length === 1 && tiers.has(only.id) && tiers.get(only.id) !== only.tier
      ? tiers.get(only.id)
      : undefined;
  const tierName = project.tiers.find(({ id }) => id === tier)?.name;
  const where = tier === undefined ? '' : tierName ? ` to ${tierName}` : ' out of its tier';
  const ids = moved.map(({ id }) => id);
  editDesign(`Move ${nameSteps(design, ids)}${where}`, (draft) => {
    for (const step of draft.steps) {
      const place = places.get(step.id);
      if (place) step.position = place;
      const into = tiers.get(step.id);
      if (into !== undefined) step.tier = into;
    }
  });
}

/** Moves the selected steps by so much; presses in quick succession are one step of undo. */
export function nudgeSelection(dx: number, dy: number): void {
  const design = shown()?.design;
  const { steps } = useSelection.getState();
  if (!design || steps.length === 0) return;
  const wanted = new Set(steps);
  const label = `Move ${nameSteps(design, steps)}`;
  const move = (draft: Draft<Design>) => {
    for (const step of draft.steps) {
      if (!wanted.has(step.id)) continue;
      const { x, y } = step.position ?? { x: 0, y: 0 };
      step.position = { x: x + dx, y: y + dy };
    }
  };
  editDesign(label, move, `move:${steps.join(',')}`);
}

/** Draws a link and selects it. */
export function connectSteps(from: string, to: string, kind: Cause['kind'] = 'completed'): void {
  const design = shown()?.design;
  if (!design) return;
  let linkId: string | null = null;
  editDesign(`Link ${nameSteps(design, [from])} to ${nameSteps(design, [to])}`, (draft) => {
    linkId = connect(draft, from, to, kind);
  });
  if (linkId) select({ links: [linkId] });
}

export function reconnectLink(linkId: string, from: string, to: string): void {
  editDesign('Lead a link elsewhere', (draft) => void reconnect(draft, linkId, from, to));
}

export function renameStep(stepId: string, name: string): void {
  const wanted = name.trim();
  if (!wanted) return;
  editStep(stepId, `Rename to ${wanted}`, (step) => {
    step.name = wanted;
  });
}

export function renameTier(tierId: string, name: string): void {
  const wanted = name.trim();
  if (!wanted) return;
  edit(`Rename the tier to ${wanted}`, (draft) => {
    const tier = draft.tiers.find(({ id }) => id === tierId);
    if (tier) tier.name = wanted;
  });
}

/** Lays the whole pathway out anew. */
export async function tidy(): Promise<void> {
  const { tidyPlaces } = await import('./graph/tidy');
  const now = shown();
  if (!now) return;
  const places = tidyPlaces(now.design, now.project.tiers);
  editDesign('Tidy the pathway', (design) => {
    for (const step of design.steps) step.position = places.get(step.id) ?? step.position;
  });
}

/** Selects every step. */
export function selectAll(): void {
  select({ steps: shown()?.design.steps.map(({ id }) => id) ?? [] });
}
