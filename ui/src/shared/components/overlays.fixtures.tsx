import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Dialog } from './dialog';
import { Help } from './help';
import { Menu } from './menu';
import { Popover } from './popover';

const noop = () => {};

export const fixtures = {
  menu: (
    <Menu
      label="What to do with this project"
      trigger={<Button>More</Button>}
      choices={[
        { id: 'open', label: 'Open', keys: 'Ctrl+O', onAction: noop },
        null,
        { id: 'delete', label: 'Delete…', tone: 'danger', onAction: noop },
      ]}
    />
  ),
  popover: (
    <Popover label="Source of this figure" trigger={<Button>Edit source</Button>}>
      Diary week, March.
    </Popover>
  ),
  help: <Help about="the longest wait">How long the person who has waited longest has been waiting.</Help>,
  dialog: (
    <Dialog title="Start from an empty pathway" isOpen onClose={noop} footer={<Button>Cancel</Button>}>
      What is the service called?
    </Dialog>
  ),
  question: (
    <ConfirmDialog title="Delete Triage?" isOpen confirmLabel="Delete" tone="danger" onConfirm={noop} onCancel={noop}>
      The links through it are joined up again.
    </ConfirmDialog>
  ),
};
