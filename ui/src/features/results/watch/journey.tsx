import { Dices, Hourglass } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Design, ReplayRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { NumberField } from '@/shared/components/number-field';
import { Panel } from '@/shared/components/panel';
import { formatNumber } from '@/shared/format';
import { showError } from '@/shared/notices/notices';
import { useClock, useClockWeek } from './clock';
import styles from './journey.module.css';
import { type JourneyLine, journeyLine } from './journey-line';
import { absent, gone, kept, type Playback, waiting } from './playback';

interface JourneyProps {
  request: ReplayRequest;
  design: Pick<Design, 'steps'>;
  playback: Playback;
  followed: number | null;
  onFollow: (person: number) => void;
}

/** Picks one of the simulated people, and reads what becomes of them. */
export function Journey({ request, design, playback, followed, onFollow }: JourneyProps) {
  const last = playback.people - 1;
  if (last < 0) return <Panel title="One person">Nobody is referred in this future.</Panel>;
  const pickLongest = () => {
    playback.seek(useClock.getState().day, 0);
    const longest = playback.longestWaiting();
    if (longest !== null) onFollow(longest);
  };
  return (
    <Panel title="One person" subtitle="Simulated people, numbered by referral. Nobody real is kept.">
      <div className={styles.picks}>
        <Button size="small" icon={<Hourglass />} onPress={pickLongest}>
          Longest wait now
        </Button>
        <Button size="small" icon={<Dices />} onPress={() => onFollow(Math.floor(Math.random() * playback.people))}>
          Anybody
        </Button>
      </div>
      <NumberField
        label={`Number, from 0 to ${formatNumber(last, 0)}`}
        value={followed}
        min={0}
        max={last}
        step={1}
        decimals={0}
        onCommit={onFollow}
      />
      {followed !== null && (
        <>
          <p className={styles.now}>
            <NowWords design={design} playback={playback} person={followed} />
          </p>
          <Lines request={request} person={followed} />
        </>
      )}
    </Panel>
  );
}

/** Where the person is at the watched moment. */
function NowWords({ design, playback, person }: Pick<JourneyProps, 'design' | 'playback'> & { person: number }) {
  const week = useClockWeek();
  // Read again at each new week; the stage has gone to the day already, or there is no stage and this goes there.
  playback.seek(useClock.getState().day, 0);
  const { step, doing } = playback.whereIs(person);
  const name = design.steps[step]?.name ?? '';
  const words =
    doing === absent
      ? 'not referred yet'
      : doing === gone
        ? `left at ${name}`
        : doing === waiting
          ? `waiting at ${name}`
          : doing === kept
            ? `keeping a place at ${name}`
            : `under way at ${name}`;
  return `Person ${formatNumber(person, 0)}, week ${week}: ${words}.`;
}

function Lines({ request, person }: { request: ReplayRequest; person: number }) {
  const lines = useJourney(request, person);
  if (!lines) return <p className={styles.reading}>Reading the journey…</p>;
  return (
    <ol className={styles.lines} aria-label={`Journey of person ${person}`}>
      {lines.map(({ id, date, words }) => (
        <li key={id} className={styles.line}>
          <span className={styles.date}>{date}</span>
          <span>{words}</span>
        </li>
      ))}
    </ol>
  );
}

function useJourney(request: ReplayRequest, person: number): JourneyLine[] | null {
  const wanted = JSON.stringify([request, person]);
  const [known, setKnown] = useState<{ of: string; lines: JourneyLine[] } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const [asked, who] = JSON.parse(wanted) as [ReplayRequest, number];
    client()
      .journeyGet(asked, who)
      .then((lines) => isWanted && setKnown({ of: wanted, lines: lines.map(journeyLine) }), showError);
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return known?.of === wanted ? known.lines : null;
}
