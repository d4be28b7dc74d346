import { Plus, Trash2 } from 'lucide-react';
import { edit } from '@/document/document';
import { likelyOf } from '@/document/estimate';
import { FigureField } from '@/document/fields/figure-field';
import { PlaceOf } from '@/document/fields/place';
import { select } from '@/document/selection';
import type { Design, Link, Step } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { formatNumber } from '@/shared/format/numbers';
import { removeParts } from '../edits/remove';
import { isCompleted, mayBeLeft } from '../edits/ways-on';
import { usePathway } from '../pathway-state';
import { conditionWords, linkWords } from '../words/links';
import { editLink } from './edit-link';
import styles from './panel.module.css';

/** Where people go from a step: each link with its share, and a way to draw another. */
export function WaysOnList({ step, design }: { step: Step; design: Design }) {
  if (!mayBeLeft(step.work.kind)) return null;
  const links = design.links.filter(({ from }) => from === step.id);
  const forAll = links.filter((link) => isCompleted(link) && link.cause.when === null);
  const total = forAll.reduce((sum, link) => sum + (isCompleted(link) ? likelyOf(link.cause.percent) : 0), 0);
  const isOff = forAll.length > 0 && Math.abs(total - 100) > 0.01;
  return (
    <section className={styles.ways} aria-labelledby="ways-on">
      <h3 id="ways-on">Where people go next</h3>
      {links.length === 0 && <p className={styles.hint}>No link leaves this step yet.</p>}
      <ul className={styles.lines}>
        {links.map((link) => (
          <WayOn key={link.id} link={link} design={design} />
        ))}
      </ul>
      {isOff && (
        <p className={styles.problem}>These shares add to {formatNumber(total, 2)}%: they should add to 100%.</p>
      )}
      <Button size="small" icon={<Plus />} onPress={() => usePathway.setState({ connecting: step.id })}>
        Connect to…
      </Button>
    </section>
  );
}

function WayOn({ link, design }: { link: Link; design: Design }) {
  const to = design.steps.find(({ id }) => id === link.to)?.name ?? 'a step that is not there';
  const { cause } = link;
  const remove = () => edit(`Delete the link to ${to}`, (draft) => removeParts(draft, design.id, [], [link.id]));
  return (
    <li className={styles.row}>
      <PlaceOf path={`designs/${design.id}/links/${link.id}`}>
        {cause.kind === 'completed' ? (
          <FigureField
            label={`Share to ${to}`}
            value={cause.percent}
            at="cause/percent"
            unit="%"
            min={0}
            max={100}
            isPlain
            onChange={(percent, label) =>
              editLink(
                link.id,
                label,
                (draft) => {
                  if (draft.cause.kind === 'completed') draft.cause.percent = percent;
                },
                'percent',
              )
            }
          />
        ) : (
          <span className={styles.cause}>{linkWords(cause, false)}</span>
        )}
      </PlaceOf>
      to
      <span className={styles.grow}>
        <button type="button" className={styles.link} onClick={() => select({ links: [link.id] })}>
          {to}
        </button>
        {cause.kind === 'completed' && cause.when && <span className={styles.hint}> {conditionWords(cause.when)}</span>}
      </span>
      <IconButton size="small" label={`Delete the link to ${to}`} icon={<Trash2 />} onPress={remove} />
    </li>
  );
}
