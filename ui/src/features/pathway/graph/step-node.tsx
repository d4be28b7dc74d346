import { Handle, type NodeProps, Position } from '@xyflow/react';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useAssessment } from '@/document/assessment';
import { textWidth } from '@/shared/charts/drawing/text-width';
import { mayBeCome, mayBeLeft } from '../edits/ways-on';
import { LoadMeter } from '../load-meter';
import { renameStep, shown } from '../pathway-commands';
import { usePathway } from '../pathway-state';
import tierStyles from '../tier.module.css';
import { kinds } from '../words/kinds';
import { flowOf } from '../words/loads';
import { secondLine, stepLine } from '../words/step-line';
import { worstAt } from '../words/step-problems';
import type { StepNode } from './drawn';
import { NameField } from './name-field';
import styles from './step-node.module.css';

/** A step on the canvas: its name, what it is in a line, how it copes, and whether something is wrong with it. */
export const StepNodeView = memo(function StepNodeView({ id, data, selected, dragging }: NodeProps<StepNode>) {
  const { step, look } = data;
  const { kind } = step.work;
  const flow = useAssessment(({ assessment }) => flowOf(assessment?.flows, id));
  const isRenaming = usePathway(({ renaming }) => renaming === id);
  const { Picture, label } = kinds[kind];
  const extra = flow && isOneLine(step.name) ? secondLine(step, flow) : null;
  return (
    <div
      className={`${tierStyles.tier} ${kind === 'outcome' ? styles.outcome : styles.step}`}
      data-tier={look}
      data-selected={selected || undefined}
      data-dragging={dragging || undefined}
    >
      <div id={`step-${id}`} className={styles.words}>
        <span className={styles.top}>
          {isRenaming ? (
            <NameField name={step.name} label="Name of the step" onDone={(name) => endRenaming(id, name)} />
          ) : (
            <span className={styles.name} title={step.name}>
              {step.name}
            </span>
          )}
          <ProblemMark stepId={id} />
          <Picture className={styles.picture} role="img" aria-label={label} />
        </span>
        <span className={styles.line}>{stepLine(step, flow)}</span>
        {extra && <span className={styles.line}>{extra}</span>}
        {flow?.load && <LoadMeter load={flow.load} />}
      </div>
      {mayBeCome(kind) && <Handle type="target" position={Position.Left} className={styles.handle} />}
      {mayBeLeft(kind) && <Handle type="source" position={Position.Right} className={styles.handle} />}
    </div>
  );
});

/** Room for a name beside the marks [px], and its size: a name of two lines leaves no room for a second line of words. */
const nameRoom = 150;
const nameSize = 13;

const isOneLine = (name: string) => textWidth(name, nameSize, 'semibold') <= nameRoom;

function endRenaming(id: string, name: string | null): void {
  usePathway.setState({ renaming: null });
  if (name !== null) renameStep(id, name);
}

function ProblemMark({ stepId }: { stepId: string }) {
  const worst = useAssessment(({ assessment }) => worstAt(assessment, shown()?.design.id, stepId));
  if (!worst) return null;
  const [Mark, words] = worst === 'error' ? [CircleAlert, 'Has a problem'] : [TriangleAlert, 'Look at this'];
  return <Mark className={styles.mark} data-severity={worst} role="img" aria-label={words} />;
}
