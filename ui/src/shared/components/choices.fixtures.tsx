import { Checkbox } from './checkbox';
import { Segmented } from './segmented';
import { Switch } from './switch';
import { Tabs } from './tabs';

const noop = () => {};

export const fixtures = {
  segmented: (
    <Segmented
      label="View"
      value="graph"
      options={[
        { id: 'graph', label: 'Graph' },
        { id: 'table', label: 'Table' },
        { id: 'print', label: 'Print', isDisabled: true },
      ]}
      onChange={noop}
    />
  ),
  'switch on': (
    <Switch isSelected onChange={noop}>
      Stops the waiting clock
    </Switch>
  ),
  'switch off': (
    <Switch isSelected={false} onChange={noop}>
      Stops the waiting clock
    </Switch>
  ),
  'checkbox on': (
    <Checkbox isSelected onChange={noop}>
      OT band 6
    </Checkbox>
  ),
  'checkbox in part': (
    <Checkbox isIndeterminate onChange={noop}>
      Every band
    </Checkbox>
  ),
  'checkbox off': <Checkbox onChange={noop}>OT band 7</Checkbox>,
  tabs: (
    <Tabs
      label="Results"
      value="waits"
      onChange={noop}
      tabs={[
        { id: 'waits', label: 'Waits', render: () => <p>The waiting list, week by week.</p> },
        { id: 'staff', label: 'Staff', render: () => <p>Where the hours go.</p> },
      ]}
    />
  ),
};
