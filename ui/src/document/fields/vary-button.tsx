import { ChartSpline } from 'lucide-react';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Popover, type PopoverProps } from '@/shared/components/popover';
import styles from './distribution-field.module.css';

interface VaryButtonProps {
  /** What varies: "Length of stay". */
  label: string;
  /** How it spreads, in words; none when it is always the same. */
  words: string | null;
  children: PopoverProps['children'];
}

/** The way to how a quantity varies: the words for its spread, or a small picture where it is always the same. */
export function VaryButton({ label, words, children }: VaryButtonProps) {
  const name = `${label}: ${words ?? 'always the same'}. Change how it varies`;
  const trigger =
    words === null ? (
      <IconButton size="small" label={name} icon={<ChartSpline />} />
    ) : (
      <Button size="small" variant="quiet" aria-label={name}>
        <span className={styles.spread}>{words}</span>
      </Button>
    );
  return (
    <span className={words === null ? styles.vary : styles.words}>
      <Popover label={`${label}, how it varies`} trigger={trigger}>
        {children}
      </Popover>
    </span>
  );
}
