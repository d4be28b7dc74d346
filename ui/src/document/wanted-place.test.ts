import { afterEach, expect, it } from 'vitest';
import { useNavigation } from '@/shared/navigation/navigation';
import { closeDocument, showDocument, useDocument } from './document';
import { useSelection } from './selection';
import { goToFigure, useWantedPlace } from './wanted-place';

const option = (id: string) => ({ id, name: id, description: '', design: 'd', mix: 'now', changes: [] });
const opened = {
  id: 'p',
  project: { designs: [], mixes: [], roles: [], options: [option('a'), option('b')] },
  state: { revision: 1, undo: null, redo: null, changedAt: '2026-01-05T09:00:00Z' },
} as unknown as Parameters<typeof showDocument>[0];

afterEach(async () => {
  await closeDocument();
  useWantedPlace.setState({ path: null });
  useNavigation.setState({ screen: 'start' });
});

it('opens the step of the option on the pathway, at its field', () => {
  showDocument(opened);
  goToFigure('b', 'design/steps/in/work/perWeek');
  expect(useDocument.getState().optionId).toBe('b');
  expect(useNavigation.getState().screen).toBe('pathway');
  expect(useSelection.getState()).toMatchObject({ steps: ['in'], links: [], field: 'designs/d/steps/in/work/perWeek' });
});

it('asks the other screen for what is not drawn', () => {
  showDocument(opened);
  goToFigure('a', 'mix/posts/ot/wte');
  expect(useNavigation.getState().screen).toBe('people');
  expect(useWantedPlace.getState().path).toBe('mixes/now/posts/ot/wte');
});
