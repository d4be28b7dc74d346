import { showOption } from '@/document/document';
import type { Project } from '@/ipc/bindings';
import { Select } from '@/shared/components/select';

/** Which option the screen is about: the one whose hours are shown, and whose design has the demand and the list. */
export function OptionChoice({ project, optionId }: { project: Project; optionId: string }) {
  const options = project.options.map(({ id, name, design, mix }) => {
    const designName = project.designs.find((one) => one.id === design)?.name;
    const mixName = project.mixes.find((one) => one.id === mix)?.name ?? 'no staffing';
    return {
      id,
      label: name || 'Option without a name',
      description: [designName, mixName].filter(Boolean).join(' · '),
    };
  });
  return <Select layout="inline" label="Option shown" value={optionId} options={options} onChange={showOption} />;
}
