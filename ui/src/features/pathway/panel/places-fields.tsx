import { Plus, Trash2 } from 'lucide-react';
import { DistributionField } from '@/document/fields/distribution-field';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import type { PlaceChange, Places } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Checkbox } from '@/shared/components/checkbox';
import { Disclosure } from '@/shared/components/disclosure';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import { Sentence } from '@/shared/components/sentence';
import { OrderFields, OrderSentence } from './order-fields';
import styles from './panel.module.css';
import { below, figuresOf, type PartProps } from './part';
import { StartFields } from './start-fields';

/** Beds, slots or seats that people hold round the clock. */
export function PlacesFields({ part: work, at, put }: PartProps<Places>) {
  const change: PartProps<Places> = { part: work, at, put };
  const { figure, optional } = figuresOf<Places>(change);
  return (
    <>
      <Sentence note={<FigureNotes figures={[{ label: 'Places', value: work.places }]} />}>
        There are <FigureField {...figure('places', 'Places')} decimals={0} min={0} /> places
      </Sentence>
      <PlaceChanges {...below(change, 'changes', work.changes)} />
      <Sentence
        note={
          'mean' in work.stayDays ? (
            <FigureNotes figures={[{ label: 'Stay', value: work.stayDays.mean ?? null, unit: ' days' }]} />
          ) : undefined
        }
      >
        Each person stays{' '}
        <DistributionField
          label="Length of stay"
          unit=" days"
          value={work.stayDays}
          at={`${at}/stayDays`}
          onChange={(stayDays, label) => put({ ...work, stayDays }, label, `${at}/stayDays`)}
        />
      </Sentence>
      <OrderSentence {...below(change, 'order', work.order)} />
      <div className={styles.check}>
        <Checkbox
          isSelected={work.stopsClock}
          onChange={(stopsClock) =>
            put({ ...work, stopsClock }, 'Change whether it stops the clock', `${at}/stopsClock`)
          }
        >
          Getting a place stops the waiting clock
        </Checkbox>
        <Checkbox
          isSelected={work.keepsPlaceUntilAdmitted}
          onChange={(keeps) =>
            put(
              { ...work, keepsPlaceUntilAdmitted: keeps },
              'Change when a place is given up',
              `${at}/keepsPlaceUntilAdmitted`,
            )
          }
        >
          People keep the place until the next step admits them
        </Checkbox>
      </div>
      <Disclosure title="Length of the list, and cost">
        <Sentence>
          The list closes at{' '}
          <FigureField
            {...optional('listLimit', 'Length at which the list closes')}
            unit=" people"
            decimals={0}
            min={0}
          />{' '}
          (empty: never; 0: nobody waits here); those turned away need a link
        </Sentence>
        <Sentence>
          An occupied place costs{' '}
          <FigureField {...figure('costPoundsPerDay', 'Cost of a place')} prefix="£" unit=" a day" min={0} />
        </Sentence>
      </Disclosure>
      <Disclosure title="Urgency and places kept">
        <OrderFields {...below(change, 'order', work.order)} />
      </Disclosure>
      <Disclosure title="Who is here at the start">
        <StartFields
          part={work.start}
          at={`${at}/start`}
          put={(next, label, place) => put({ ...work, start: next }, label, place)}
          waits
          left="days"
        />
      </Disclosure>
    </>
  );
}

/** Places added or closed later. */
function PlaceChanges({ part: changes, at, put }: PartProps<PlaceChange[]>) {
  const last = changes.at(-1)?.fromWeek ?? 0;
  return (
    <>
      {changes.map((change, index) => {
        const place = `${at}/${index}`;
        const set = (part: Partial<PlaceChange>, label: string, where: string) =>
          put(changes.with(index, { ...change, ...part }), label, where);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: dated changes have no name but their position
          <div key={index} className={styles.row}>
            <Sentence>
              From week{' '}
              <NumberField
                layout="inline"
                label={`From week, change ${index + 1}`}
                value={change.fromWeek}
                decimals={0}
                min={0}
                onCommit={(fromWeek) => set({ fromWeek }, 'Change when places change', `${place}/fromWeek`)}
              />{' '}
              until week{' '}
              <NumberField
                layout="inline"
                label={`Until week, change ${index + 1}; empty for good`}
                value={change.untilWeek}
                decimals={0}
                min={0}
                onCommit={(untilWeek) => set({ untilWeek }, 'Change when places change', `${place}/untilWeek`)}
                onClear={() => set({ untilWeek: null }, 'Change when places change', `${place}/untilWeek`)}
              />
              :{' '}
              <FigureField
                label={`Places more or fewer, change ${index + 1}`}
                value={change.places}
                at={`${place}/places`}
                decimals={0}
                onChange={(places, label) => set({ places }, label, `${place}/places`)}
              />{' '}
              places more (fewer with a minus)
            </Sentence>
            <IconButton
              size="small"
              label={`Remove change ${index + 1}`}
              icon={<Trash2 />}
              onPress={() => put(changes.toSpliced(index, 1), 'Remove a change of places', at)}
            />
          </div>
        );
      })}
      <Button
        size="small"
        variant="quiet"
        icon={<Plus />}
        onPress={() =>
          put([...changes, { fromWeek: last + 13, untilWeek: null, places: 1 }], 'Add a change of places', at)
        }
      >
        More or fewer places from a week on
      </Button>
    </>
  );
}
