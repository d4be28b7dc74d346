import '@xyflow/react/dist/base.css';
import {
  applyNodeChanges,
  Background,
  BackgroundVariant,
  type Connection,
  type EdgeChange,
  type IsValidConnection,
  MiniMap,
  type NodeChange,
  type NodeSelectionChange,
  ReactFlow,
} from '@xyflow/react';
import { useCallback, useLayoutEffect, useMemo, useState } from 'react';
import { useSelection } from '@/document/selection';
import type { Design, Tier } from '@/ipc/bindings';
import { areaOf, areaRound, gridStep } from '../edits/step-size';
import { mayLink } from '../edits/ways-on';
import { connectSteps, moveSteps, reconnectLink, shown } from '../pathway-commands';
import { noGuides, usePathway } from '../pathway-state';
import styles from './canvas.module.css';
import { canvasId, onCanvasKey } from './canvas-keys';
import { edgesOf, type FlowEdge, nodesOf, type StepNode } from './drawn';
import { FlowEdgeView } from './flow-edge';
import { areSame, guidesOf } from './guides';
import { GuidesView } from './guides-view';
import { type Lane, lanesOf, tierAt } from './lanes';
import { LanesView } from './lanes-view';
import { StepNodeView } from './step-node';
import { useFirstView } from './use-first-view';

const nodeTypes = { step: StepNodeView };
const edgeTypes = { flow: FlowEdgeView };
const snapGrid: [number, number] = [gridStep, gridStep];
const multiSelectionKeys = ['Shift', 'Control', 'Meta'];

/** From so many steps on, those out of sight are not drawn: below that, drawing them all makes moving about smoother. */
const manySteps = 60;

/** The pathway as a graph that can be drawn on. */
export function Canvas({ design, tiers }: { design: Design; tiers: readonly Tier[] }) {
  const { nodes, onNodesChange } = useNodes(design, tiers);
  const { edges, onEdgesChange } = useEdges(design);
  const lanes = useMemo(() => lanesOf(tiers, design.steps), [tiers, design.steps]);
  const drag = useDrag(lanes);
  const room = useFirstView(design);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the steps inside are what has the keyboard
    <div className={styles.canvas} ref={room} id={canvasId} tabIndex={-1} onKeyDown={onCanvasKey}>
      <ReactFlow<StepNode, FlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDrag={drag.onDrag}
        onNodeDragStop={drag.onStop}
        onSelectionDrag={drag.onDragSeveral}
        onSelectionDragStop={drag.onStopSeveral}
        onNodeDoubleClick={onNodeDoubleClick}
        onConnect={onConnect}
        onReconnect={onReconnect}
        isValidConnection={isValidConnection}
        snapToGrid
        snapGrid={snapGrid}
        nodeDragThreshold={3}
        multiSelectionKeyCode={multiSelectionKeys}
        deleteKeyCode={null}
        disableKeyboardA11y
        edgesFocusable={false}
        onlyRenderVisibleElements={design.steps.length > manySteps}
        minZoom={0.05}
        maxZoom={2}
        zoomOnDoubleClick={false}
        proOptions={proOptions}
        aria-label="Pathway"
      >
        <LanesView lanes={lanes} />
        <GuidesView />
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.5} color="var(--canvas-dot)" />
        <MiniMap<StepNode>
          position="bottom-left"
          pannable
          zoomable
          ariaLabel="The whole pathway, small"
          className={styles.map}
          style={mapSize}
          nodeClassName={mapClass}
          nodeBorderRadius={10}
          maskColor="transparent"
        />
      </ReactFlow>
    </div>
  );
}

/** The mark is a link to a web page, and this program opens none; the licence (MIT) allows it to be left off. */
const proOptions = { hideAttribution: true };

/** Told to the map as numbers, from which it works out how much it shows [px]. */
const mapSize = { width: 152, height: 84 };

const mapClass = (node: StepNode) => styles[`map-${node.data.look}`] ?? '';

function useNodes(design: Design, tiers: readonly Tier[]) {
  const selected = useSelection(({ steps }) => steps);
  const [nodes, setNodes] = useState<StepNode[]>(() => nodesOf(design, tiers, selected, []));
  useLayoutEffect(() => setNodes((before) => nodesOf(design, tiers, selected, before)), [design, tiers, selected]);
  const onNodesChange = useCallback((changes: NodeChange<StepNode>[]) => {
    const selections = changes.filter((change) => change.type === 'select');
    if (selections.length > 0) {
      const steps = selectedAfter(useSelection.getState().steps, selections);
      useSelection.setState({ steps, field: null });
    }
    // What is selected and what there is follow from the document; places and sizes are the canvas's own until a drop.
    const own = changes.filter((change) => change.type === 'position' || change.type === 'dimensions');
    if (own.length > 0) setNodes((before) => applyNodeChanges(own, before));
  }, []);
  return { nodes, onNodesChange };
}

function useEdges(design: Design) {
  const selected = useSelection(({ links }) => links);
  const [edges, setEdges] = useState<FlowEdge[]>(() => edgesOf(design, selected, []));
  useLayoutEffect(() => setEdges((before) => edgesOf(design, selected, before)), [design, selected]);
  const onEdgesChange = useCallback((changes: EdgeChange<FlowEdge>[]) => {
    const selections = changes.filter((change) => change.type === 'select');
    if (selections.length === 0) return;
    const links = selectedAfter(useSelection.getState().links, selections);
    useSelection.setState({ links, field: null });
  }, []);
  return { edges, onEdgesChange };
}

function selectedAfter(
  before: readonly string[],
  changes: readonly Pick<NodeSelectionChange, 'id' | 'selected'>[],
): string[] {
  const after = new Set(before);
  for (const { id, selected } of changes) {
    if (selected) after.add(id);
    else after.delete(id);
  }
  return [...after];
}

function useDrag(lanes: readonly Lane[]) {
  const over = useCallback(
    (node: StepNode) => {
      const { width, height } = areaOf(node.data.step);
      return tierAt(lanes, { x: node.position.x + width / 2, y: node.position.y + height / 2 }, node.data.step.tier);
    },
    [lanes],
  );
  const onDrag = useCallback(
    (_: unknown, node: StepNode, dragged: StepNode[]) => {
      const ids = new Set(dragged.map(({ id }) => id));
      const area = areaRound(dragged.map(movedArea));
      const others = (shown()?.design.steps ?? []).filter(({ id }) => !ids.has(id)).map(areaOf);
      const guides = area ? guidesOf(area, others) : noGuides;
      const { guides: before } = usePathway.getState();
      usePathway.setState({ guides: areSame(guides, before) ? before : guides, overTier: over(node) });
    },
    [over],
  );
  const onStop = useCallback(
    (_: unknown, __: StepNode, dragged: StepNode[]) => {
      usePathway.setState({ guides: noGuides, overTier: null });
      moveSteps(
        new Map(dragged.map(({ id, position }) => [id, position])),
        new Map(dragged.map((node) => [node.id, over(node)])),
      );
    },
    [over],
  );
  const onDragSeveral = useCallback(
    (event: unknown, dragged: StepNode[]) => dragged[0] && onDrag(event, dragged[0], dragged),
    [onDrag],
  );
  const onStopSeveral = useCallback(
    (event: unknown, dragged: StepNode[]) => dragged[0] && onStop(event, dragged[0], dragged),
    [onStop],
  );
  return { onDrag, onStop, onDragSeveral, onStopSeveral };
}

const movedArea = ({ position, data }: StepNode) => ({ ...areaOf(data.step), ...position });

// Handlers keep their identity from one drawing to the next: a new one would have every step drawn anew.

function onNodeDoubleClick(_: unknown, { id }: StepNode): void {
  usePathway.setState({ renaming: id });
}

function onConnect({ source, target }: Connection): void {
  connectSteps(source, target);
}

function onReconnect(edge: FlowEdge, { source, target }: Connection): void {
  reconnectLink(edge.id, source, target);
}

const isValidConnection: IsValidConnection<FlowEdge> = ({ source, target }) => {
  const steps = shown()?.design.steps ?? [];
  return mayLink(
    steps.find(({ id }) => id === source),
    steps.find(({ id }) => id === target),
  );
};
