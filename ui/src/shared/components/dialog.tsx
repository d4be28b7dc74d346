import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classNames } from './class-names';
import styles from './dialog.module.css';
import { IconButton } from './icon-button';

/** A room over the window that has to be left before going on. Escape leaves it. */
export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** `alert` for a question that has to be answered: it is read out whole and a press outside does not leave it. */
  kind?: 'plain' | 'alert';
  width?: 'narrow' | 'wide';
  /** Buttons, the one for going on last. */
  footer?: ReactNode;
  children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, kind = 'plain', width = 'narrow', footer, children }: DialogProps) {
  const isAlert = kind === 'alert';
  return (
    <ModalOverlay
      className={styles.scrim}
      isOpen={isOpen}
      isDismissable={!isAlert}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classNames(styles.modal, styles[width])}>
        <AriaDialog className={styles.dialog} role={isAlert ? 'alertdialog' : 'dialog'}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title}>
              {title}
            </Heading>
            {!isAlert && <IconButton label="Close" icon={<X />} onPress={onClose} />}
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
