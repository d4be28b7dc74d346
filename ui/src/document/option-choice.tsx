import type { Project } from '@/ipc/bindings';
import { Segmented } from '@/shared/components/segmented';
import { Select } from '@/shared/components/select';
import { showOption } from './document';
import styles from './option-choice.module.css';
import { select } from './selection';

/** Options are shown side by side up to this many letters in all; more of them open as a list. */
const lettersInSight = 34;

/** Which option the screen is about: the one whose pathway is drawn, whose hours and whose list are shown. */
export function OptionChoice({ project, optionId }: { project: Project; optionId: string }) {
  const options = project.options.map(({ id, name, description, design, mix }) => ({
    id,
    label: name || 'Option without a name',
    description: description || madeOf(project, design, mix),
  }));
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  const chooser = { label: 'Option shown', value: optionId, options, onChange: showOptionAlone };
  if (options.length > 1 && letters <= lettersInSight) return <Segmented {...chooser} />;
  return (
    <div className={styles.choice}>
      <Select hideLabel {...chooser} />
    </div>
  );
}

/** "Tiered pathway · Team of nine": what an option that says nothing of itself is made of. */
function madeOf(project: Project, design: string, mix: string | null): string {
  const designName = project.designs.find((one) => one.id === design)?.name;
  const mixName = project.mixes.find((one) => one.id === mix)?.name ?? 'no staffing';
  return [designName, mixName].filter(Boolean).join(' · ');
}

/** Shows an option; what was selected in another one is not. */
export function showOptionAlone(optionId: string): void {
  select({});
  showOption(optionId);
}
