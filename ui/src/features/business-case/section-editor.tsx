import { Braces } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useDocument } from '@/document/document';
import type { CaseSectionView, PlaceholderChoice } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import field from '@/shared/components/field.module.css';
import { Menu } from '@/shared/components/menu';
import { lowerFirst } from '@/shared/format/words';
import { writeSection } from './case-edits';
import { type Draft, putDraft } from './case-view';
import { sectionName } from './case-words';
import styles from './section-frame.module.css';

interface SectionEditorProps {
  section: CaseSectionView;
  placeholders: readonly PlaceholderChoice[];
  draft: Draft;
}

/** One's own words in the place of a section; figures stand in braces and stay live. */
export function SectionEditor({ section: { id, usual }, placeholders, draft }: SectionEditorProps) {
  const room = useRef<HTMLTextAreaElement>(null);
  const [textId, hintId] = [useId(), useId()];
  const own = useDocument(({ project }) => project?.businessCase.texts[id]);
  const name = sectionName(id);
  useEffect(() => room.current?.focus(), []);

  const write = (text: string) => putDraft({ sectionId: id, text });
  const insert = ({ written }: PlaceholderChoice) => {
    const text = room.current;
    if (!text) return;
    text.setRangeText(written, text.selectionStart, text.selectionEnd, 'end');
    write(text.value);
    // The menu gives the keyboard back to its button first.
    setTimeout(() => text.focus());
  };
  const keep = () => {
    writeSection(id, draft.text, usual);
    putDraft(undefined);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Elsewhere these keys run the simulation.
    event.preventDefault();
    event.stopPropagation();
    keep();
  };
  return (
    <section className={styles.editor} aria-label={`Writing “${name}”`}>
      <label className={field.label} htmlFor={textId}>
        {name}, in your words
      </label>
      <textarea
        ref={room}
        id={textId}
        className={styles.text}
        rows={Math.min(18, Math.max(5, Math.ceil(draft.text.length / 90) + draft.text.split('\n').length))}
        value={draft.text}
        aria-describedby={hintId}
        data-draft={draft.text !== (own ?? usual) || undefined}
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={hintId} className={field.description}>
        Figures in braces stay live: they follow the next run. An empty line starts a paragraph; lines that begin with
        “- ” are points.
      </p>
      <div className={styles.buttons}>
        <Button variant="primary" onPress={keep}>
          Keep these words
        </Button>
        <Button onPress={() => putDraft(undefined)}>Cancel</Button>
        <Menu
          label="Figures"
          trigger={<Button icon={<Braces />}>Insert a figure</Button>}
          choices={placeholders.map((choice) => ({
            id: choice.written,
            label: `${choice.of}: ${lowerFirst(choice.words)}`,
            description: `${choice.now} · ${choice.written}`,
            onAction: () => insert(choice),
          }))}
        />
        {usual !== '' && draft.text !== usual && (
          <Button variant="quiet" onPress={() => write(usual)}>
            Begin from the usual words
          </Button>
        )}
      </div>
    </section>
  );
}
