import { Button } from '@/shared/components/button';
import { formatCount } from '@/shared/format/numbers';
import cards from './cards.module.css';
import { Section } from './section';
import { firstSentences, type ShelfEntry, type StartRequests, serviceModelNames } from './start-data';
import type { Busy } from './use-busy';

/** Published services with their published figures, to look into and to learn from. */
export function WorkedExamples(props: { examples: readonly ShelfEntry[]; requests: StartRequests; busy: Busy }) {
  const { examples, requests, busy } = props;
  if (examples.length === 0) return null;
  return (
    <Section
      title="Worked examples"
      words="Published services, each figure with its source. Yours is a copy: change what you like."
    >
      <ul className={cards.grid}>
        {examples.map((example) => (
          <li key={example.id}>
            <ExampleCard example={example} requests={requests} busy={busy} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ExampleCard({ example, requests, busy }: { example: ShelfEntry; requests: StartRequests; busy: Busy }) {
  const { id, name, description, serviceModel, options } = example;
  const open = (at: 'results' | 'pathway') => busy.doing(`${id}-${at}`, () => requests.openExample(id, at));
  const words = busy.busyWith === `${id}-results` ? 'Opening…' : 'Open and see its results';
  return (
    <article className={cards.card}>
      <p className={cards.quiet}>{serviceModelNames[serviceModel]}</p>
      <h3 className={cards.name}>{name}</h3>
      <p className={cards.about}>{firstSentences(description, 2)}</p>
      <p className={cards.quiet}>
        {formatCount(options.length, 'option')}: {options.join(' · ')}
      </p>
      <div className={cards.actions}>
        <Button size="small" aria-label={`${words}: ${name}`} onPress={() => open('results')}>
          {words}
        </Button>
        <Button size="small" variant="quiet" aria-label={`Its pathway: ${name}`} onPress={() => open('pathway')}>
          Its pathway
        </Button>
      </div>
    </article>
  );
}
