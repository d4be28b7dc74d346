import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import styles from './notice.module.css';

export type NoticeTone = 'information' | 'success' | 'warning' | 'failure';

/** Says what happened, where, and what to do next. The tone is in the picture and in the words, not in colour alone. */
export interface NoticeProps {
  tone?: NoticeTone;
  title: string;
  children?: ReactNode;
  /** Buttons for what to do next. */
  actions?: ReactNode;
  onDismiss?: () => void;
}

const tones = {
  information: { Picture: Info, word: 'Note' },
  success: { Picture: CircleCheck, word: 'Done' },
  warning: { Picture: TriangleAlert, word: 'Warning' },
  failure: { Picture: CircleAlert, word: 'Problem' },
} satisfies Record<NoticeTone, unknown>;

export function Notice({ tone = 'information', title, children, actions, onDismiss }: NoticeProps) {
  const { Picture, word } = tones[tone];
  return (
    <div className={classNames(styles.notice, styles[tone])}>
      <Picture className={styles.picture} role="img" aria-label={word} />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children && <div className={styles.detail}>{children}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && <IconButton size="small" label="Dismiss" icon={<X />} onPress={onDismiss} />}
    </div>
  );
}
