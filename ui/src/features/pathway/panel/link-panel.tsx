import { ArrowRight, Trash2 } from 'lucide-react';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { PlaceOf, useProblemOfWhole } from '@/document/fields/place';
import { select } from '@/document/selection';
import { newCause } from '@/document/starters';
import type { Cause, ClientGroup, Design, Link, Share } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { Select } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { mayLink } from '../edits/ways-on';
import { deleteSelection, reconnectLink } from '../pathway-commands';
import { causesFrom } from '../words/causes';
import { ByGroupFields } from './by-group-fields';
import { ConditionFields } from './condition-fields';
import { editLink } from './edit-link';
import styles from './panel.module.css';
import { below, figuresOf, type PartProps } from './part';
import { RateFields } from './rate-fields';

/** One link: where it leads, and who takes it when. */
export function LinkPanel({ link, design, groups }: { link: Link; design: Design; groups: readonly ClientGroup[] }) {
  const nameOf = (wanted: string) => design.steps.find(({ id }) => id === wanted)?.name ?? 'a step that is not there';
  const from = design.steps.find(({ id }) => id === link.from);
  const targets = design.steps.filter((step) => mayLink(from, step)).map(({ id, name }) => ({ id, label: name }));
  const cause: PartProps<Cause> = {
    part: link.cause,
    at: 'cause',
    put: (next, label, place) => editLink(link.id, label, (draft) => Object.assign(draft, { cause: next }), place),
  };
  return (
    <PlaceOf path={`designs/${design.id}/links/${link.id}`}>
      <header className={styles.head}>
        <span className={styles.kind}>Link</span>
      </header>
      <h2 className={styles.title}>
        <button type="button" className={styles.link} onClick={() => select({ steps: [link.from] })}>
          {nameOf(link.from)}
        </button>{' '}
        <ArrowRight aria-label="to" role="img" className={styles.arrow} />{' '}
        <button type="button" className={styles.link} onClick={() => select({ steps: [link.to] })}>
          {nameOf(link.to)}
        </button>
      </h2>
      <Problems />
      <div className={styles.stack}>
        <Select
          label="Leads to"
          value={link.to}
          options={targets}
          onChange={(to) => reconnectLink(link.id, link.from, to)}
        />
        <Select
          label="People take it"
          value={link.cause.kind}
          options={causesFrom(from?.work.kind ?? 'contacts')}
          onChange={(kind) => cause.put(newCause(kind), 'Change when a link is taken', 'cause')}
        />
      </div>
      <CauseFields {...cause} groups={groups} />
      <div className={styles.end}>
        <Button size="small" icon={<Trash2 />} onPress={deleteSelection}>
          Delete the link
        </Button>
      </div>
    </PlaceOf>
  );
}

/** What is wrong with the link as a whole. */
function Problems() {
  const problem = useProblemOfWhole();
  return problem && <p className={styles.problem}>{problem}</p>;
}

function CauseFields({ part: cause, at, put, groups }: PartProps<Cause> & { groups: readonly ClientGroup[] }) {
  switch (cause.kind) {
    case 'completed':
      return (
        <ShareFields
          part={cause}
          at={at}
          put={(next, ...done) => put({ ...cause, ...next }, ...done)}
          groups={groups}
        />
      );
    case 'removedWhileWaiting':
    case 'escalatedWhileWaiting':
      return <RateFields part={cause} at={at} put={(next, ...done) => put({ ...cause, ...next }, ...done)} />;
    case 'missedTooOften':
      return <p className={styles.hint}>After how many missed contacts is said at the step.</p>;
    case 'turnedAway':
      return (
        <p className={styles.hint}>At which length the list closes is said at the step, under How many can start.</p>
      );
  }
}

function ShareFields({ part: share, at, put, groups }: PartProps<Share> & { groups: readonly ClientGroup[] }) {
  const change: PartProps<Share> = { part: share, at, put };
  const { figure } = figuresOf<Share>(change);
  const named = Object.keys(share.percentByGroup).length;
  return (
    <>
      <Sentence note={<FigureNotes figures={[{ label: 'Share', value: share.percent, unit: '%' }]} />}>
        <FigureField {...figure('percent', 'Share')} unit="%" min={0} max={100} /> of people go this way
      </Sentence>
      {groups.length > 1 && (
        <Disclosure
          title="Groups that differ"
          summary={named > 0 ? `${named} of ${groups.length}` : undefined}
          defaultExpanded={named > 0}
        >
          <p className={styles.hint}>Empty: as everybody. For each group the links of the step add to 100%.</p>
          <ByGroupFields
            {...below(change, 'percentByGroup', share.percentByGroup)}
            groups={groups}
            label="Share"
            unit="%"
            max={100}
          />
        </Disclosure>
      )}
      <ConditionFields
        part={share.when}
        at={`${at}/when`}
        put={(when, label, place) => put({ ...share, when }, label, place)}
      />
    </>
  );
}
