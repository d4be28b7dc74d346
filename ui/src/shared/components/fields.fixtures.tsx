import { NumberField } from './number-field';
import { Select } from './select';
import { TextField } from './text-field';

const noop = () => {};

const orders = [
  { id: 'referral', label: 'Referral date', description: 'Whoever was referred first' },
  { id: 'joining', label: 'Joining this step' },
];

export const fixtures = {
  text: <TextField label="Name" value="Assessment" onCommit={noop} />,
  'text with help': (
    <TextField label="Name" description="As your team calls it." value="" onCommit={noop} placeholder="Triage" />
  ),
  'text that is wrong': <TextField label="Name" value="" error="Enter a name for the step" onCommit={noop} />,
  'several lines': <TextField label="Notes" lines={3} value="From the diary week in March." onCommit={noop} />,
  number: <NumberField label="Referrals" value={23} min={0} unit=" a week" onCommit={noop} />,
  'number that is wrong': (
    <NumberField label="Not brought" value={12} unit="%" error="Enter a number from 0% to 100%" onCommit={noop} />
  ),
  'money, disabled': <NumberField label="Cost of a post" prefix="£" value={38_214} isDisabled onCommit={noop} />,
  'number not given': <NumberField label="Longest wait" value={null} unit=" weeks" onCommit={noop} />,
  choice: <Select label="Seen in order of" value="referral" options={orders} onChange={noop} />,
  'choice not made': (
    <Select label="Seen in order of" value={null} options={orders} onChange={noop} placeholder="Choose an order" />
  ),
  'choice that is wrong': (
    <Select label="Seen in order of" value="joining" options={orders} onChange={noop} error="Choose another order" />
  ),
};
