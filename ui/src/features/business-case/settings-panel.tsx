import type { Project } from '@/ipc/bindings';
import { Checkbox } from '@/shared/components/checkbox';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import styles from './business-case-screen.module.css';
import { prefer, preferredOf, writeFront } from './case-edits';
import { chooseDrivers, chooseSize, useDrivers, useSize } from './case-view';
import { sizes } from './case-words';

/** How much of a case, for which option, and what stands on its front. */
export function SettingsPanel({ project }: { project: Project }) {
  const size = useSize();
  const withDrivers = useDrivers();
  const { businessCase, options } = project;
  return (
    <Panel title="The paper">
      <div className={styles.form}>
        <Select label="Size" value={size} options={sizes} onChange={chooseSize} />
        <Select
          label="Option asked for"
          value={preferredOf(project)}
          options={options.map(({ id, name }) => ({ id, label: name }))}
          onChange={prefer}
        />
        {size === 'full' && (
          <Checkbox isSelected={withDrivers} onChange={chooseDrivers}>
            What drives the longest wait (takes some seconds)
          </Checkbox>
        )}
        <TextField
          label="Title"
          value={businessCase.title}
          placeholder={project.name}
          onCommit={(text) => writeFront('title', text)}
        />
        <TextField
          label="Prepared for"
          value={businessCase.preparedFor}
          placeholder="A panel or a board"
          onCommit={(text) => writeFront('preparedFor', text)}
        />
        <TextField
          label="Prepared by"
          value={businessCase.preparedBy}
          placeholder="A team or a role"
          onCommit={(text) => writeFront('preparedBy', text)}
        />
      </div>
    </Panel>
  );
}
