import { FigureField } from '@/document/fields/figure-field';
import type { Role, SkilledRole } from '@/ipc/bindings';
import styles from './panel.module.css';
import { figuresOf, type PartProps } from './part';

/** How long each role takes for the same work, relative to the times of the step. */
export function StaffTimes({ part: anyOf, at, put, roles }: PartProps<SkilledRole[]> & { roles: readonly Role[] }) {
  return (
    <ul className={styles.lines}>
      {anyOf.map((skilled, index) => {
        const name = roles.find(({ id }) => id === skilled.role)?.name ?? skilled.role;
        const { figure } = figuresOf<SkilledRole>({
          part: skilled,
          at: `${at}/${index}`,
          put: (next, label, place) => put(anyOf.with(index, next), label, place),
        });
        return (
          <li key={skilled.role}>
            {name} takes <FigureField {...figure('timePercent', `Time that ${name} takes`)} unit="%" min={1} /> of the
            time
          </li>
        );
      })}
    </ul>
  );
}
