import { afterEach, describe, expect, it } from 'vitest';
import { useNavigation } from '@/shared/navigation/navigation';
import { closeDocument, showDocument, useDocument } from './document';
import { select, useSelection } from './selection';
import { goToFigure, goToPlace, useWantedPlace } from './wanted-place';

const option = (id: string) => ({ id, name: id, description: '', design: 'd', mix: 'now', changes: [] });
const opened = {
  id: 'p',
  project: { designs: [], mixes: [], roles: [], options: [option('a'), option('b')] },
  state: { revision: 1, undo: null, redo: null, changedAt: '2026-01-05T09:00:00Z' },
} as unknown as Parameters<typeof showDocument>[0];

afterEach(async () => {
  await closeDocument();
  useWantedPlace.setState({ path: null });
  select({});
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

describe('a place of the document', () => {
  const share = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, cause: { kind: 'completed' } });
  const other = { ...option('c'), design: 'tiered', mix: 'larger' };
  const tiered = {
    id: 'tiered',
    steps: [{ id: 'triage' }],
    links: [share('in', 'triage'), share('triage', 'advice'), share('triage', 'groups')],
  };
  const two = {
    ...opened,
    project: { ...opened.project, designs: [tiered], options: [option('a'), other] },
  } as unknown as typeof opened;

  it.each([
    ['a step, in an option with its design', 'designs/tiered/steps/triage/work/perWeek', 'c', 'pathway', 'triage'],
    ['the links of a design, at the step where most ways part', 'designs/tiered/links', 'c', 'pathway', 'triage'],
    ['a step of the shown option, which stays', 'designs/d/steps/in/work/perWeek', 'a', 'pathway', 'in'],
    ['a list that waits, where it is imported', 'designs/tiered/steps/triage/work/start/waiting', 'c', 'people', null],
    ['the posts of a staffing', 'mixes/larger/posts', 'c', 'people', null],
    ['a role', 'roles/ot/turnover/vacantPercent', 'a', 'people', null],
  ])('leads to %s', (_, place, optionId, screen, step) => {
    showDocument(two);
    goToPlace(place);
    expect(useDocument.getState().optionId).toBe(optionId);
    expect(useNavigation.getState().screen).toBe(screen);
    expect(useSelection.getState().steps).toEqual(step === null ? [] : [step]);
    expect(useWantedPlace.getState().path).toBe(screen === 'people' ? place : null);
  });
});
