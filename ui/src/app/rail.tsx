import { shownKeys } from '@/shared/actions/keys';
import { classNames } from '@/shared/components/class-names';
import { goTo, useNavigation } from '@/shared/navigation/navigation';
import styles from './rail.module.css';
import { type Screen, screens } from './screens';

/** The screens, always in sight at the left. */
export function Rail() {
  const open = useNavigation(({ screen }) => screen);
  return (
    <nav className={styles.rail} aria-label="Screens" id="screens">
      <ul className={styles.list}>
        {screens.map((screen) => (
          <li key={screen.id}>
            <Place screen={screen} isOpen={screen.id === open} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Place({ screen: { id, label, Picture, keys }, isOpen }: { screen: Screen; isOpen: boolean }) {
  return (
    <button
      type="button"
      className={classNames(styles.place, isOpen && styles.open)}
      aria-current={isOpen ? 'page' : undefined}
      aria-keyshortcuts={keys.replace('Mod', 'Control')}
      title={`${label} (${shownKeys(keys)})`}
      onClick={() => goTo(id)}
    >
      <Picture className={styles.picture} aria-hidden="true" />
      <span>{label}</span>
    </button>
  );
}
