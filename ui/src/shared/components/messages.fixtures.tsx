import { Button } from './button';
import { EmptyState } from './empty-state';
import { Notice } from './notice';
import { Progress } from './progress';
import { Tag } from './tag';

const noop = () => {};

export const fixtures = {
  information: <Notice title="Figures in grey are placeholders">Replace them with yours.</Notice>,
  success: (
    <Notice tone="success" title="A copy was saved" onDismiss={noop}>
      therapy.pathloom
    </Notice>
  ),
  warning: (
    <Notice tone="warning" title="The results are out of date" actions={<Button size="small">Run again</Button>} />
  ),
  failure: (
    <Notice tone="failure" title="The last change was not saved">
      The disk is full. Make room and try again.
    </Notice>
  ),
  'progress known': <Progress label="Simulating" share={0.42} words="420 of 1,000 simulated futures" onCancel={noop} />,
  'progress unknown': <Progress label="Opening the file" share={null} />,
  'nothing yet': (
    <EmptyState title="No results yet" actions={<Button variant="primary">Run</Button>}>
      Run the simulation to see the waiting list of each option.
    </EmptyState>
  ),
  tags: (
    <>
      <Tag>Contacts</Tag> <Tag tone="accent">Worked example</Tag> <Tag tone="universal">Universal</Tag>{' '}
      <Tag tone="targeted">Targeted</Tag> <Tag tone="individualised">Individualised</Tag> <Tag tone="success">Met</Tag>{' '}
      <Tag tone="warning">Assumed</Tag> <Tag tone="danger">Over</Tag>
    </>
  ),
};
