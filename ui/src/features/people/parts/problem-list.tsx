import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { focusPlace } from '@/document/fields/place';
import { classNames } from '@/shared/components/class-names';
import styles from './problem-list.module.css';
import { sayProblem, useProblems } from './problems';

/** What is wrong with a part of the document, a line each; pressing one goes to its field. Nothing where all is well. */
export function ProblemList({ path, label }: { path: string; label: string }) {
  const problems = useProblems(useMemo(() => [path], [path]));
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {problems.map((problem) => {
        const isError = problem.severity === 'error';
        const Picture = isError ? CircleAlert : TriangleAlert;
        return (
          <li key={`${problem.code} ${problem.place.path} ${problem.message}`}>
            <Button
              className={classNames(styles.problem, isError && styles.error)}
              onPress={() => focusPlace(document, problem.place.path)}
            >
              <Picture className={styles.picture} role="img" aria-label={isError ? 'To put right' : 'To look at'} />
              <span>{sayProblem(problem)}</span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
