import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components/Disclosure';
import styles from './disclosure.module.css';

/** Details that are folded away until asked for. */
export interface DisclosureProps {
  title: string;
  /** What is inside, at a glance, while it is folded: "2 set". */
  summary?: ReactNode;
  defaultExpanded?: boolean;
  headingLevel?: 3 | 4;
  children: ReactNode;
}

export function Disclosure({ title, summary, defaultExpanded, headingLevel = 3, children }: DisclosureProps) {
  return (
    <AriaDisclosure className={styles.disclosure} defaultExpanded={defaultExpanded}>
      <Heading level={headingLevel} className={styles.heading}>
        <Button slot="trigger" className={styles.trigger}>
          <ChevronRight className={styles.caret} aria-hidden="true" />
          {title}
          {summary && <span className={styles.summary}>{summary}</span>}
        </Button>
      </Heading>
      <DisclosurePanel className={styles.panel}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
