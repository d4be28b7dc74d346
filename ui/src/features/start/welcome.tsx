import { Button } from '@/shared/components/button';
import { Tag } from '@/shared/components/tag';
import { formatCount } from '@/shared/format/numbers';
import { PathwayPicture } from './pathway-picture';
import { firstSentences, type ShelfEntry, type StartRequests, serviceModelNames } from './start-data';
import type { Busy } from './use-busy';
import styles from './welcome.module.css';

/** What a newcomer sees: what the tool does, and one button that shows it. */
export function Welcome(props: { example: ShelfEntry | undefined; requests: StartRequests; busy: Busy }) {
  const { example, requests, busy } = props;
  return (
    <div className={styles.welcome}>
      <div className={styles.words}>
        <h2 className={styles.question}>
          What happens to our waiting list, and to our longest wait, if we change how the service works?
        </h2>
        <ol className={styles.steps}>
          <li>
            <strong>Draw the pathway</strong> people take through your service, step by step.
          </li>
          <li>
            <strong>Say who works in it</strong>, who is referred to it, and who is waiting today.
          </li>
          <li>
            <strong>Run it</strong>: many simulated futures show the waiting list and the longest wait of each option,
            and how sure one can be.
          </li>
        </ol>
        <p className={styles.private}>Everything stays on this computer. Nothing about any person is kept.</p>
      </div>
      {example && <FirstExample example={example} requests={requests} busy={busy} />}
    </div>
  );
}

function FirstExample({ example, requests, busy }: { example: ShelfEntry; requests: StartRequests; busy: Busy }) {
  const { id, name, description, serviceModel, options } = example;
  const open = (at: 'results' | 'pathway') => busy.doing(`${id}-${at}`, () => requests.openExample(id, at));
  return (
    <section className={styles.example} aria-labelledby="first-example">
      <PathwayPicture />
      <div className={styles.about}>
        <div className={styles.tags}>
          <Tag tone="accent">Worked example</Tag>
          <span className={styles.model}>{serviceModelNames[serviceModel]}</span>
        </div>
        <h3 id="first-example" className={styles.name}>
          {name}
        </h3>
        <p>{firstSentences(description, 2)}</p>
        <p className={styles.options}>
          {formatCount(options.length, 'option')}: {options.join(' · ')}
        </p>
        <div className={styles.actions}>
          <Button variant="primary" isPending={busy.busyWith === `${id}-results`} onPress={() => open('results')}>
            {busy.busyWith === `${id}-results` ? 'Opening…' : 'Open and see its results'}
          </Button>
          <Button variant="quiet" onPress={() => open('pathway')}>
            Look at its pathway first
          </Button>
        </div>
      </div>
    </section>
  );
}
