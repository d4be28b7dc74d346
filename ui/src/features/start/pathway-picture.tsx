import styles from './pathway-picture.module.css';

/** A pathway in three tiers, drawn small: decoration, which says nothing that the words beside it do not. */
export function PathwayPicture() {
  return (
    <svg className={styles.picture} viewBox="0 0 440 168" aria-hidden="true">
      {lanes.map(({ tier, y }) => (
        <g key={tier} className={styles[tier]}>
          <rect className={styles.lane} x="132" y={y} width="296" height="46" rx="8" />
          <rect className={styles.step} x="160" y={y + 10} width="76" height="26" rx="6" />
          <rect className={styles.side} x="160" y={y + 14} width="3" height="18" rx="1.5" />
          <rect className={styles.step} x="272" y={y + 10} width="76" height="26" rx="6" />
          <rect className={styles.side} x="272" y={y + 14} width="3" height="18" rx="1.5" />
          <rect className={styles.step} x="384" y={y + 12} width="32" height="22" rx="11" />
        </g>
      ))}
      <g className={styles.flow}>
        <path d="M62 84H78" strokeWidth="5" />
        <path d="M122 76C142 76 140 33 158 33" strokeWidth="2.5" />
        <path d="M122 84H158" strokeWidth="4" />
        <path d="M122 92C142 92 140 135 158 135" strokeWidth="3" />
        <path d="M238 33H270M350 33H382" strokeWidth="2" />
        <path d="M238 84H270M350 84H382" strokeWidth="3.5" />
        <path d="M238 135H270M350 135H382" strokeWidth="2.5" />
      </g>
      <rect className={styles.step} x="12" y="68" width="50" height="32" rx="6" />
      <rect className={styles.step} x="80" y="68" width="42" height="32" rx="6" />
      <g className={styles.writing}>
        <path d="M20 79H46M20 88H38M88 79H112M88 88H104" />
        <path d="M172 28H216M172 38H204M284 28H330M284 38H312" />
        <path d="M172 79H222M172 89H200M284 79H324M284 89H316" />
        <path d="M172 130H212M172 140H206M284 130H332M284 140H308" />
      </g>
    </svg>
  );
}

const lanes = [
  { tier: 'universal', y: 10 },
  { tier: 'targeted', y: 61 },
  { tier: 'individualised', y: 112 },
] as const;
