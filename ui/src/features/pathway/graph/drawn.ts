import type { Edge, Node } from '@xyflow/react';
import { MarkerType } from '@xyflow/react';
import type { Design, Link, Step, Tier } from '@/ipc/bindings';
import { type Size, sizeOf } from '../edits/step-size';
import { isCompleted } from '../edits/ways-on';
import { inFlowOrder } from './flow-order';
import { lookOf, type TierLook } from './lanes';

export type StepNode = Node<{ step: Step; look: TierLook }, 'step'>;

/** A link as the canvas holds it: with the sizes of its ends, from which its way is drawn. */
export type FlowEdge = Edge<{ link: Link; isOnlyWay: boolean; sourceSize: Size; targetSize: Size }, 'flow'>;

/**
 * The steps as nodes, in the order in which people pass them. A node that would be the same stays the same object, so
 * that the canvas draws anew only what changed.
 */
export function nodesOf(
  design: Design,
  tiers: readonly Tier[],
  selected: readonly string[],
  before: readonly StepNode[],
): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const chosen = new Set(selected);
  return inFlowOrder(design).map((step) => {
    const look = lookOf(tiers, step.tier);
    const isSelected = chosen.has(step.id);
    const was = known.get(step.id);
    if (was && was.data.step === step && was.data.look === look) {
      return was.selected === isSelected && isAt(was, step)
        ? was
        : { ...was, selected: isSelected, position: placeOf(step) };
    }
    return {
      ...was,
      id: step.id,
      type: 'step',
      position: placeOf(step),
      data: { step, look },
      selected: isSelected,
      ...sizeOf(step.work.kind),
      domAttributes: { 'aria-labelledby': `step-${step.id}`, 'aria-roledescription': 'step' },
    };
  });
}

const placeOf = ({ position }: Step) => position ?? { x: 0, y: 0 };

const isAt = ({ position }: StepNode, step: Step) => position.x === placeOf(step).x && position.y === placeOf(step).y;

/** The links as edges, those whose ends are both there. */
export function edgesOf(design: Design, selected: readonly string[], before: readonly FlowEdge[]): FlowEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]));
  const steps = new Map(design.steps.map((step) => [step.id, step]));
  const ways = new Map<string, number>();
  for (const link of design.links) if (isCompleted(link)) ways.set(link.from, (ways.get(link.from) ?? 0) + 1);
  return design.links.flatMap((link): FlowEdge[] => {
    const source = steps.get(link.from);
    const target = steps.get(link.to);
    if (!source || !target) return [];
    const isOnlyWay = ways.get(link.from) === 1;
    const isSelected = selected.includes(link.id);
    const sourceSize = sizeOf(source.work.kind);
    const targetSize = sizeOf(target.work.kind);
    const was = known.get(link.id);
    const isSame =
      was?.data?.link === link &&
      was.data.isOnlyWay === isOnlyWay &&
      was.selected === isSelected &&
      was.data.sourceSize === sourceSize &&
      was.data.targetSize === targetSize;
    if (was && isSame) return [was];
    return [
      {
        id: link.id,
        type: 'flow',
        source: link.from,
        target: link.to,
        selected: isSelected,
        data: { link, isOnlyWay, sourceSize, targetSize },
        markerEnd: arrow(isSelected),
      },
    ];
  });
}

/** The tip of a link; one object for each look, as the canvas makes a marker of each. */
const arrows = [false, true].map((isSelected) => ({
  type: MarkerType.ArrowClosed,
  width: 15,
  height: 15,
  markerUnits: 'userSpaceOnUse',
  color: isSelected ? 'var(--accent)' : 'var(--edge)',
}));
const arrow = (isSelected: boolean) => arrows[isSelected ? 1 : 0];
