import { FilePlus2, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '@/shared/components/button';
import styles from './beginnings.module.css';
import cards from './cards.module.css';
import { NewProjectDialog } from './new-project-dialog';
import { Section } from './section';
import { firstSentences, type ShelfEntry, type StartRequests, serviceModelNames } from './start-data';
import type { Busy } from './use-busy';

/** Ways to begin one's own project: a template of the service model, an empty pathway, a file. */
export function Beginnings(props: { templates: readonly ShelfEntry[]; requests: StartRequests; busy: Busy }) {
  const { templates, requests, busy } = props;
  const [isNaming, setIsNaming] = useState(false);
  return (
    <Section title="Begin your own" words="Every figure in a template is a placeholder to replace with yours.">
      <ul className={cards.grid}>
        {templates.map((template) => (
          <li key={template.id}>
            <TemplateCard
              template={template}
              isOpening={busy.busyWith === template.id}
              onUse={() => busy.doing(template.id, () => requests.startFromTemplate(template.id))}
            />
          </li>
        ))}
      </ul>
      <div className={styles.plain}>
        <Button icon={<FilePlus2 />} onPress={() => setIsNaming(true)}>
          Start from an empty pathway
        </Button>
        <FileTrigger
          acceptedFileTypes={['.pathloom', '.json']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file) busy.doing('file', () => requests.openFile(file));
          }}
        >
          <Button icon={<FolderOpen />}>{busy.busyWith === 'file' ? 'Opening the file…' : 'Open a file…'}</Button>
        </FileTrigger>
        <span className={cards.quiet}>or drop a Pathloom file anywhere on this screen</span>
      </div>
      <NewProjectDialog
        isOpen={isNaming}
        onCancel={() => setIsNaming(false)}
        onCreate={(name) => {
          setIsNaming(false);
          busy.doing('empty', () => requests.startEmpty(name));
        }}
      />
    </Section>
  );
}

function TemplateCard(props: { template: ShelfEntry; isOpening: boolean; onUse: () => void }) {
  const { template, isOpening, onUse } = props;
  const { name, description, serviceModel } = template;
  const words = isOpening ? 'Opening…' : 'Use this template';
  return (
    <article className={cards.card}>
      <p className={cards.quiet}>{serviceModelNames[serviceModel]}</p>
      <h3 className={cards.name}>{name}</h3>
      <p className={cards.about}>{firstSentences(description, 2)}</p>
      <div className={cards.actions}>
        <Button size="small" aria-label={`${words}: ${name}`} onPress={onUse}>
          {words}
        </Button>
      </div>
    </article>
  );
}
