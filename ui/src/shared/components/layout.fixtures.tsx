import { Button } from './button';
import { DataTable } from './data-table';
import { Disclosure } from './disclosure';
import { NumberField } from './number-field';
import { Panel } from './panel';
import { Select } from './select';
import { Sentence } from './sentence';
import { SplitPane } from './split-pane';

const noop = () => {};

const steps = [
  { id: 'triage', name: 'Triage', load: 0.21 },
  { id: 'assessment', name: 'Assessment', load: 1.04 },
  { id: 'advised', name: 'Advised', load: null },
];

export const fixtures = {
  panel: (
    <Panel
      title="This step, as drawn"
      subtitle="From the traffic equations"
      actions={<Button size="small">Copy</Button>}
    >
      People arriving: 8.4 a week
    </Panel>
  ),
  table: (
    <DataTable
      label="Steps"
      columns={[
        { id: 'name', label: 'Step', render: (step) => step.name, sortBy: (step) => step.name },
        {
          id: 'load',
          label: 'Load',
          align: 'end',
          render: (step) => (step.load === null ? 'none' : `${Math.round(step.load * 100)}%`),
          sortBy: (step) => step.load,
        },
      ]}
      rows={steps}
      rowId={(step) => step.id}
      defaultSort={{ column: 'load', direction: 'descending' }}
      selectedId="triage"
      onSelect={noop}
    />
  ),
  'empty table': (
    <DataTable
      label="Steps"
      columns={[{ id: 'name', label: 'Step', render: () => null }]}
      rows={[]}
      rowId={String}
      empty="No steps yet."
    />
  ),
  disclosure: (
    <Disclosure title="While waiting" summary="2 set" defaultExpanded>
      0.2% become urgent each week.
    </Disclosure>
  ),
  sentence: (
    <Sentence note="Assumed, from the diary week in March. Low 3 h, likely 4 h, high 5 h.">
      Each child has <NumberField layout="inline" label="Contacts" value={1} onCommit={noop} /> contact with{' '}
      <Select
        layout="inline"
        label="Role"
        value="ot6"
        options={[
          { id: 'ot6', label: 'OT band 6' },
          { id: 'ot7', label: 'OT band 7' },
        ]}
        onChange={noop}
      />{' '}
      , face to face <NumberField layout="inline" label="Face to face" value={90} onCommit={noop} /> min
    </Sentence>
  ),
  'split pane': (
    <SplitPane panel="The selected step" panelLabel="Selected step" width={20} onWidthChange={noop}>
      The canvas
    </SplitPane>
  ),
};
