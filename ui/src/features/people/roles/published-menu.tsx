import { BookOpen } from 'lucide-react';
import type { Estimate } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Menu } from '@/shared/components/menu';
import { asEstimate, type PublishedFigure } from './published';
import styles from './role-panel.module.css';

/** Published figures for one field, at one press: the figure goes in with its source. */
export interface PublishedMenuProps {
  /** What they are figures of: "vacant posts". */
  of: string;
  figures: readonly PublishedFigure[];
  /** Hands over the figure, and what was done for the undo button. */
  onChoose: (value: Estimate, label: string) => void;
}

export function PublishedMenu({ of, figures, onChoose }: PublishedMenuProps) {
  return (
    <span className={styles.published}>
      <Menu
        label={`Published figures for ${of}`}
        trigger={
          <Button size="small" variant="quiet" icon={<BookOpen />} aria-label={`Published figures for ${of}`}>
            Published
          </Button>
        }
        choices={figures.map((figure) => ({
          id: figure.id,
          label: figure.label,
          description: figure.brief,
          onAction: () => onChoose(asEstimate(figure), `Use the published ${of}: ${figure.label}`),
        }))}
      />
    </span>
  );
}
