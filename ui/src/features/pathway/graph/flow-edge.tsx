import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { useAssessment } from '@/document/assessment';
import { likelyOf } from '@/document/estimate';
import type { Flows, Link } from '@/ipc/bindings';
import { textWidth } from '@/shared/charts/drawing/text-width';
import { isDashed, linkWords } from '../words/links';
import { flowOf } from '../words/loads';
import type { FlowEdge } from './drawn';
import styles from './flow-edge.module.css';
import { linkPath } from './link-path';

/** A link: as wide as the people who take it, with its share; dashed for those who leave before the step is done. */
export const FlowEdgeView = memo(function FlowEdgeView(props: EdgeProps<FlowEdge>) {
  const { id, data, sourceX, sourceY, targetX, targetY, selected, markerEnd } = props;
  const link = data?.link;
  const width = useAssessment(({ assessment }) => (link ? widthOf(link, assessment?.flows ?? null) : thinnest));
  if (!data || !link) return null;
  const { sourceSize, targetSize, isOnlyWay } = data;
  const leavesEarly = isDashed(link.cause);
  const { path, label } = linkPath(
    { x: sourceX - sourceSize.width, y: sourceY - sourceSize.height / 2, ...sourceSize },
    { x: targetX, y: targetY - targetSize.height / 2, ...targetSize },
    leavesEarly,
  );
  return (
    <g className={styles.link} data-selected={selected || undefined}>
      <path
        id={id}
        className={styles.line}
        d={path}
        data-dashed={leavesEarly || undefined}
        strokeWidth={width}
        markerEnd={markerEnd}
      />
      <path className={styles.reach} d={path} />
      <LinkLabel words={linkWords(link.cause, isOnlyWay)} x={label.x} y={label.y} />
    </g>
  );
});

const fontSize = 10.5;

function LinkLabel({ words, x, y }: { words: string; x: number; y: number }) {
  if (!words) return null;
  const width = textWidth(words, fontSize) + 12;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className={styles.pill} x={-width / 2} y={-8.5} width={width} height={17} rx={8.5} />
      <text className={styles.words} y={0.5} fontSize={fontSize}>
        {words}
      </text>
    </g>
  );
}

const thinnest = 1.25;
const widest = 5;

/**
 * How wide a link is drawn, which no figure is read from: by area, so that twice the people look like twice as many.
 * The people who take it are about its share of those who come to its step.
 */
function widthOf(link: Link, flows: Flows | null): number {
  if (!flows || link.cause.kind !== 'completed') return thinnest;
  const come = flowOf(flows, link.from)?.peoplePerWeek ?? 0;
  const most = Math.max(flows.referralsPerWeek, 1e-9);
  const share = Math.min(1, (come * likelyOf(link.cause.percent)) / 100 / most);
  return Math.round((thinnest + (widest - thinnest) * Math.sqrt(share)) * 4) / 4;
}
