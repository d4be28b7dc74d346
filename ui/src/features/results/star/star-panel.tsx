import { useMemo, useState } from 'react';
import type { Project, ServiceOption, StarPoint, TaggedChange } from '@/ipc/bindings';
import { StarChart } from '@/shared/charts/star-chart/star-chart';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { ResultFigure } from '../parts/result-figure';
import { askAbout, useAskedOption } from '../results-view';
import { PointSection } from './point-section';
import styles from './star.module.css';
import { pointsShown, starFinding, starTable } from './star-words';
import { TagDialog } from './tag-dialog';
import { useStar } from './use-star';

/** What is being said of a change: a new one under a point, or one that is there. */
export interface Edited {
  point: StarPoint;
  change: TaggedChange | null;
}

/** What an option changes about the workforce, by the five points of the HEE Star. Nothing has to be simulated for it. */
export function StarPanel({ project, baseId }: { project: Project; baseId: string | null }) {
  const asked = useAskedOption();
  const others = project.options.filter(({ id }) => id !== baseId);
  const base = project.options.find(({ id }) => id === baseId);
  const option = others.find(({ id }) => id === asked) ?? others[0];
  if (!base || !option) return null;
  return (
    <Panel
      title="What it changes about the workforce"
      subtitle={`By the five points of the HEE Star, against ${base.name}. The business case says it in the same words.`}
      actions={
        <Select
          label="The option"
          hideLabel
          value={option.id}
          options={others.map(({ id, name }) => ({ id, label: name }))}
          onChange={askAbout}
        />
      }
    >
      <Star key={option.id} {...{ project, option, base }} />
    </Panel>
  );
}

interface StarProps {
  project: Project;
  option: ServiceOption;
  base: ServiceOption;
}

function Star({ project, option, base }: StarProps) {
  const view = useStar(option.id, base.id);
  const [edited, setEdited] = useState<Edited | null>(null);
  const points = useMemo(() => (view ? pointsShown(view) : []), [view]);
  if (!view) return null;
  return (
    <div className={styles.star}>
      <div className={styles.drawn}>
        <ResultFigure
          title={starFinding(view)}
          subtitle={`${option.name} against ${base.name}. Filled: changes that are tagged. Dashed: differences that are not.`}
          source={`${project.name}, as the service stands now`}
          fileName={`star-${option.id}`}
          headingLevel={3}
          table={() => starTable(view)}
        >
          <StarChart about={`${option.name} against ${base.name}`} points={points} />
        </ResultFigure>
      </div>
      <div className={styles.points}>
        {view.points.map((point) => (
          <PointSection key={point.point} view={point} optionId={option.id} onEdit={setEdited} />
        ))}
      </div>
      {edited && <TagDialog {...{ view, edited }} optionId={option.id} onClose={() => setEdited(null)} />}
    </div>
  );
}
