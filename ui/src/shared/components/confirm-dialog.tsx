import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

/** Asks before something that cannot simply be undone. */
export interface ConfirmDialogProps {
  /** The question: "Delete Children's OT?" */
  title: string;
  isOpen: boolean;
  /** What happens if they go on, and how to get back. */
  children: ReactNode;
  /** The verb of the question: "Delete". */
  confirmLabel: string;
  cancelLabel?: string;
  tone?: 'plain' | 'danger';
  onConfirm: () => void;
  onCancel: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, isOpen, children, confirmLabel, cancelLabel = 'Cancel', tone = 'plain', onConfirm, onCancel } = props;
  const footer = (
    <>
      {/* The safe answer has the focus. */}
      <Button autoFocus onPress={onCancel}>
        {cancelLabel}
      </Button>
      <Button variant={tone === 'danger' ? 'danger' : 'primary'} onPress={onConfirm}>
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog kind="alert" title={title} isOpen={isOpen} onClose={onCancel} footer={footer}>
      {children}
    </Dialog>
  );
}
