import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { PlaceOf } from '@/document/fields/place';
import type { BankEntry, BankFigure, Estimate } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useNavigation } from '@/shared/navigation/navigation';
import { BankDialog } from './bank-dialog';
import { closeBank, hasFigures, openBank, useBank } from './bank-state';
import { bankValue } from './bank-words';

// Whole rooms in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

function entry(figure: Partial<BankFigure> & { id: string }, topicWords: string): BankEntry {
  const whole: BankFigure = {
    topic: 'vacancies',
    words: 'Posts vacant',
    value: 11.4,
    low: null,
    high: null,
    unit: '% of posts',
    year: null,
    where: null,
    band: null,
    label: 'published',
    source: 'A plan',
    note: null,
    fits: ['turnover/vacantPercent'],
    ...figure,
  };
  const { value, label, source } = whole;
  const evidence = { label, source, date: null, owner: null, confidence: null, reason: null };
  return { figure: whole, topicWords, estimate: { value: value ?? 0, evidence } };
}

const england = entry({ id: 'england', where: 'England', year: 'March 2024' }, 'Vacancies');
const london = entry({ id: 'london', value: 19.2, where: 'London' }, 'Vacancies');
const stay = entry(
  {
    id: 'stay',
    words: 'Length of stay',
    value: 27,
    low: 26,
    high: 28,
    unit: 'days',
    label: 'fromMemory',
    fits: ['stayDays/mean'],
  },
  'Intermediate care',
);
const register = entry(
  { id: 'register', words: 'People on the register', value: 43_495, unit: 'people', fits: [] },
  'Supply',
);

const bankFind = vi.fn<Client['bankFind']>(async ({ words, place }) => {
  const fitting = place ? [england, london] : [england, london, stay, register];
  return fitting.filter(({ figure }) => `${figure.words} ${figure.where}`.toLowerCase().includes(words.toLowerCase()));
});
const bankPlaces = vi.fn<Client['bankPlaces']>(async (_, __, figure) =>
  figure === 'stay'
    ? [
        {
          place: 'design/steps/bed/work/stayDays/mean',
          words: 'Bed: length of stay (days), mean',
          now: 14,
          unit: 'days',
        },
      ]
    : [],
);
const edits: string[] = [];
let endClient = () => {};

const document_ = {
  id: 'p',
  project: {
    roles: [{ id: 'ot', name: 'Therapist', band: '6' }],
    designs: [{ id: 'd', steps: [{ id: 'bed', work: { stayDays: { kind: 'exponential', mean: 14 } } }], links: [] }],
    mixes: [],
    options: [{ id: 'now', name: 'As it is', description: '', design: 'd', mix: null, changes: [] }],
  },
  state: { revision: 1, undo: null, redo: null, changedAt: '2026-01-05T09:00:00Z' },
} as unknown as Parameters<typeof showDocument>[0];

beforeEach(() => {
  edits.length = 0;
  endClient = withClient({
    bankFind,
    bankPlaces,
    documentEdit: async (_, revision, { label }) => {
      edits.push(label);
      return { revision: revision + 1, undo: label, redo: null, changedAt: '2026-01-05T09:00:00Z' };
    },
  });
  showDocument(document_);
});

afterEach(async () => {
  await closeDocument();
  closeBank();
  useNavigation.setState({ screen: 'start' });
  endClient();
});

function Bank() {
  return useBank(({ isOpen }) => isOpen) && <BankDialog />;
}

const detail = () => screen.getByRole('region', { name: 'The chosen figure' });

it('is offered beside the fields it has figures for', async () => {
  expect(hasFigures('roles/ot/turnover/vacantPercent')).toBe(true);
  expect(hasFigures('roles/ot/vacantPercent')).toBe(false);
  const put = vi.fn<(value: Estimate, label: string) => void>();
  const user = userEvent.setup();
  render(
    <PlaceOf path="roles/ot">
      <FigureField label="Vacant posts" value={8} at="turnover/vacantPercent" unit="%" onChange={put} />
      <FigureField label="Weeks to full speed" value={8} at="turnover/weeksToFullProductivity" onChange={put} />
      <Bank />
    </PlaceOf>,
  );
  expect(screen.getAllByRole('button', { name: /^Figure bank/ })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Figure bank: cited figures for vacant posts' }));
  await screen.findByRole('heading', { name: 'Figures for vacant posts' });
  await waitFor(() =>
    expect(bankFind).toHaveBeenCalledWith({ words: '', place: 'roles/ot/turnover/vacantPercent', band: '6' }),
  );
  await user.click(await screen.findByRole('option', { name: 'Posts vacant 19.2% of posts London Published' }));
  expect(detail().textContent).toContain('A plan');
  await user.click(within(detail()).getByRole('button', { name: 'Put it into vacant posts' }));
  expect(put).toHaveBeenCalledWith(london.estimate, 'Put 19.2% from the figure bank into vacant posts');
  expect(useBank.getState().isOpen).toBe(false);
});

it('is searched by typing, and read by keyboard', async () => {
  const user = userEvent.setup();
  act(() => openBank(null));
  render(<Bank />);
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(4));
  await user.keyboard('register');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  expect(detail().textContent).toContain('43,495 people');
  expect(detail().textContent).toContain('no field of a service holds this figure');
  await user.keyboard('{Control>}a{/Control}posts');
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(2));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  await waitFor(() => expect(detail().textContent).toContain('19.2% of posts'));
  await user.keyboard('{Shift>}{Tab}{/Shift}{Control>}a{/Control}moon');
  await screen.findByText('No figure has all of these words. Try fewer.');
  expect(screen.queryByRole('region', { name: 'The chosen figure' })).toBeNull();
});

it('asks before a figure from memory goes in, then goes to its field', async () => {
  const user = userEvent.setup();
  act(() => openBank(null));
  render(<Bank />);
  await user.click(await screen.findByRole('option', { name: /Length of stay.*From memory/ }));
  expect(detail().textContent).toContain('Nobody has looked this figure up');
  const put = () => user.click(screen.getByRole('button', { name: 'Put it here: Bed: length of stay (days), mean' }));
  await screen.findByText('now 14 days');
  await put();
  const question = screen.getByRole('alertdialog', { name: 'Put in a figure from memory?' });
  await user.click(within(question).getByRole('button', { name: 'Leave it' }));
  expect(edits).toEqual([]);
  await put();
  await user.click(screen.getByRole('button', { name: 'Put it in, marked as from memory' }));
  await waitFor(() =>
    expect(edits).toEqual(['Put 27 days (26 to 28) from the figure bank into Bed: length of stay (days), mean']),
  );
  const [step] = useDocument.getState().project?.designs[0]?.steps ?? [];
  expect(step?.work).toMatchObject({ stayDays: { mean: { evidence: { label: 'fromMemory' } } } });
  expect(useNavigation.getState().screen).toBe('pathway');
});

it('has no accessibility fault, light or dark', async () => {
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme;
    act(() => openBank({ label: 'Vacant posts', place: 'roles/ot/turnover/vacantPercent', onInsert: () => {} }));
    const { unmount } = render(<Bank />);
    await screen.findByRole('option', { name: /London/ });
    expect(await accessibilityFaults(document.body)).toEqual([]);
    unmount();
  }
});

it('keeps every digit of the source', () => {
  const value = (figure: Partial<BankFigure>) => bankValue(entry({ id: 'x', ...figure }, '').figure);
  expect(value({ value: 26.631, unit: '£ a person' })).toBe('£26.631 a person');
  expect(value({ value: 70, low: 60, high: 75, unit: '% of working time' })).toBe('70% of working time (60 to 75)');
  expect(value({ value: 1_090_356, unit: 'people' })).toBe('1,090,356 people');
});
