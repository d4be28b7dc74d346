import { ArrowDown } from 'lucide-react';
import { useRef } from 'react';
import type { CaseView } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Panel } from '@/shared/components/panel';
import { formatCount } from '@/shared/format';
import styles from './business-case-screen.module.css';

/** The headings to go to, and how much is still to be written. */
export function ContentsPanel({ view }: { view: CaseView }) {
  const headings = view.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : []));
  const last = useRef(-1);
  const goToNextOpen = () => {
    const places = document.querySelectorAll('[data-to-complete]');
    last.current = (last.current + 1) % Math.max(places.length, 1);
    goTo(places[last.current]);
  };
  const open = view.blocks.filter((block) => block.kind === 'paragraph' && block.role === 'toComplete').length;
  return (
    <Panel title="Contents">
      <ol className={styles.contents}>
        {headings.map((text) => (
          <li key={text}>
            <button type="button" className={styles.place} onClick={() => goToHeading(text)}>
              {text}
            </button>
          </li>
        ))}
      </ol>
      {open > 0 && (
        <div className={styles.open}>
          <p>{formatCount(open, 'part')} to complete: what only the service can say.</p>
          <Button size="small" icon={<ArrowDown />} onPress={goToNextOpen}>
            Next one
          </Button>
        </div>
      )}
      {open === 0 && <p className={styles.open}>Every part is written.</p>}
    </Panel>
  );
}

function goTo(element: Element | undefined): void {
  element?.scrollIntoView({ block: 'start' });
  if (!(element instanceof HTMLElement)) return;
  // The keyboard goes along: what follows is read from here.
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

function goToHeading(text: string): void {
  const headings = [...document.querySelectorAll('[data-heading]')];
  goTo(headings.find((heading) => heading.getAttribute('data-heading') === text));
}
