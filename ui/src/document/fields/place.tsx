import { createContext, type ReactNode, useContext } from 'react';
import type { Problem } from '@/ipc/bindings';
import { useAssessment } from '../assessment';

/** Where in the document the fields below stand, as the program names places: `designs/tiered/steps/triage`. */
const PlaceContext = createContext('');

/** Says where the fields inside stand; inside another one, below it. */
export function PlaceOf({ path, children }: { path: string; children: ReactNode }) {
  return <PlaceContext value={usePlace(path)}>{children}</PlaceContext>;
}

/** The whole place of a field, from its place below the surrounding {@link PlaceOf}. */
export function usePlace(at: string): string {
  const above = useContext(PlaceContext);
  return [above, at].filter(Boolean).join('/');
}

/** What is wrong at a place or with a part of it, with what to do about it; none when nothing is. */
export function useProblemAt(at: string): string | null {
  const path = usePlace(at);
  return useAssessment(({ assessment }) => problemWords(assessment?.problems ?? [], path));
}

/** What is wrong with the whole of a step or a link, and not with one of its fields, which says so itself. */
export function useProblemOfWhole(): string | null {
  const path = usePlace('');
  return useAssessment(({ assessment }) =>
    problemWords(assessment?.problems.filter(({ place }) => place.path === path) ?? [], path),
  );
}

/** What to do about a figure that can be used as it is, but should be looked at. */
export function useWarningAt(at: string): string | null {
  const path = usePlace(at);
  return useAssessment(({ assessment }) => {
    const warning = assessment?.problems.find(({ severity, place }) => severity === 'warning' && place.path === path);
    return warning ? `${sentence(warning.hint)}.` : null;
  });
}

/** The words for the first error at a place or below it. */
export function problemWords(problems: readonly Problem[], path: string): string | null {
  const isHere = ({ place }: Problem) => place.path === path || place.path.startsWith(`${path}/`);
  const error = problems.find((problem) => problem.severity === 'error' && isHere(problem));
  return error ? `${sentence(error.message)}. ${sentence(error.hint)}.` : null;
}

/** Messages come without a capital and a full stop. */
function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Moves the keyboard to the field at a place, to the first field of a part of the document, or to the nearest field above
 * it that there is. Whether there was one.
 */
export function focusPlace(within: ParentNode, path: string): boolean {
  for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/')))) {
    const isPart = place === path;
    const inside = isPart ? `, [data-place^="${CSS.escape(`${place}/`)}"]` : '';
    const fields = within.querySelectorAll(`[data-place="${CSS.escape(place)}"]${inside}`);
    const controls = [...fields].map((field) => field.querySelector<HTMLElement>('input, textarea, button'));
    const control = controls.find((one) => one !== null);
    if (control) {
      unfold(control);
      control.scrollIntoView({ block: 'center' });
      control.focus();
      return true;
    }
  }
  return false;
}

/** Opens the disclosure that a control is folded away in. */
function unfold(control: HTMLElement): void {
  const folded = control.closest('[hidden]');
  if (folded?.id) document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(folded.id)}"]`)?.click();
}
