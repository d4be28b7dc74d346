import { Undo2 } from 'lucide-react';
import { FigureField } from '@/document/fields/figure-field';
import type { Estimate, Project, ServiceOption } from '@/ipc/bindings';
import { IconButton } from '@/shared/components/icon-button';
import { figurePlaceWords, figureUnit } from './figure-place-words';
import { editOption } from './option-edits';
import styles from './options-panel.module.css';

/** The single figures in which an option differs from its design and its staffing. */
export function ChangedFigures({ project, option }: { project: Project; option: ServiceOption }) {
  if (option.changes.length === 0) return null;
  return (
    <ul className={styles.changes} aria-label={`Figures that ${option.name} changes`}>
      {option.changes.map(({ figure, to }) => {
        const words = figurePlaceWords(figure, project, option);
        const put = (value: Estimate, label: string) =>
          editOption(`${label}, ${option.name}`, option.id, (draft) => {
            const change = draft.changes.find((one) => one.figure === figure);
            if (change) change.to = value;
          });
        const remove = () =>
          editOption(`Leave ${words} as it is, ${option.name}`, option.id, (draft) => {
            draft.changes = draft.changes.filter((one) => one.figure !== figure);
          });
        return (
          <li key={figure} className={styles.change}>
            <span>Only here: {words}</span>
            <FigureField label={words} value={to} at={`changes/${figure}`} unit={figureUnit(figure)} onChange={put} />
            <IconButton
              size="small"
              label={`Leave ${words} as the design and the staffing have it`}
              icon={<Undo2 />}
              onPress={remove}
            />
          </li>
        );
      })}
    </ul>
  );
}
