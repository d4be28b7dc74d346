import { likelyOf, withLikely } from '@/document/estimate';
import { FigureField } from '@/document/fields/figure-field';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Estimate } from '@/ipc/bindings';
import { Switch } from '@/shared/components/switch';
import { Part, Remark } from '../parts/section-page';
import { ProfileBar } from './profile-bar';
import styles from './profile-part.module.css';
import { evenProfile, profileWords } from './season';

export interface ProfilePartProps {
  title: string;
  /** What it is divided into: "months". */
  what: string;
  names: readonly string[];
  preposition: 'in' | 'on';
  /** One weight for each name; empty: all alike. */
  profile: readonly Estimate[];
  at: string;
  onChange: (profile: Estimate[], label: string) => void;
}

/** How referrals differ over the months or the weekdays: bars to drag, and fields that say the same. */
export function ProfilePart({ title, what, names, preposition, profile, at, onChange }: ProfilePartProps) {
  const [path, problem] = [usePlace(at), useProblemAt(at)];
  const differs = profile.length > 0;
  const turn = (isOn: boolean) =>
    onChange(isOn ? evenProfile(names.length) : [], isOn ? `Let ${what} differ` : `Make all ${what} alike`);
  const most = Math.max(200, ...profile.map(likelyOf));
  return (
    <Part
      title={title}
      side={
        <Switch isSelected={differs} onChange={turn}>
          {what.charAt(0).toUpperCase() + what.slice(1)} differ
        </Switch>
      }
    >
      {differs ? (
        <div data-place={path}>
          <div className={styles.bars}>
            {names.map((name, index) => {
              const weight = profile[index] ?? 0;
              const put = (value: Estimate) =>
                onChange(profile.with(index, value), `Change referrals ${preposition} ${name}`);
              return (
                <div key={name} className={styles.bar}>
                  <ProfileBar
                    label={`Referrals ${preposition} ${name}`}
                    value={likelyOf(weight)}
                    most={most}
                    onCommit={(value) => put(withLikely(weight, value))}
                  />
                  <FigureField
                    layout="stacked"
                    hideLabel
                    isPlain
                    label={`Weight of ${name}`}
                    value={weight}
                    at={`${at}/${index}`}
                    min={0}
                    step={5}
                    decimals={1}
                    onChange={put}
                  />
                  <span className={styles.name} aria-hidden="true">
                    {name.slice(0, 3)}
                  </span>
                </div>
              );
            })}
          </div>
          {problem && <p className={styles.problem}>{problem}</p>}
          <Remark>
            {profileWords(profile, names, preposition)} Only the proportions count: the mean stays as many a week as
            said.
          </Remark>
        </div>
      ) : (
        <Remark>All {what} are alike.</Remark>
      )}
    </Part>
  );
}
