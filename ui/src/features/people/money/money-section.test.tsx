import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { useAssessment } from '@/document/assessment';
import { showDocument, useDocument } from '@/document/document';
import { goToPeople, useWantedPlace } from '@/document/wanted-place';
import type { Economics, Problem } from '@/ipc/bindings';
import { withClient } from '@/ipc/client';
import { smallDocument } from '../people.fixtures';
import { PeopleScreen } from '../people-screen';
import { openSection } from '../people-sections';

// A whole screen in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const edits: string[] = [];
let problems: Problem[] = [];

beforeEach(() => {
  edits.length = 0;
  problems = [];
  const restore = withClient({
    documentAssess: async () => ({ problems, flows: null, noFlows: null }),
    documentEdit: async (_id, revision, edit) => {
      edits.push(edit.label);
      return { revision: revision + 1, undo: edit.label, redo: null, changedAt: '2026-01-05T09:00:00Z' };
    },
  });
  useAssessment.setState({ assessment: null });
  showDocument(smallDocument());
  openSection('money');
  return restore;
});

const economics = () => useDocument.getState().project?.economics as Economics;

it('takes a benefit with what it is counted for, how many and its price', async () => {
  const user = userEvent.setup();
  render(<PeopleScreen />);
  await user.click(screen.getByRole('button', { name: 'Add a benefit or knock-on cost' }));
  const name = screen.getByRole('textbox', { name: 'Name of effect 1' });
  await user.clear(name);
  await user.type(name, 'GP appointments avoided{Enter}');
  const amount = screen.getByRole('spinbutton', { name: 'How many for each, GP appointments avoided' });
  await user.clear(amount);
  await user.type(amount, '0.5{Enter}');
  await user.type(screen.getByRole('spinbutton', { name: 'Price of one, GP appointments avoided' }), '42{Enter}');
  await user.click(screen.getByRole('button', { name: /What it is counted for, GP appointments avoided/ }));
  await user.click(screen.getByRole('option', { name: 'week that somebody waits' }));
  await user.click(screen.getByRole('button', { name: /Of which people/ }));
  await user.click(screen.getByRole('option', { name: 'of Urgent' }));
  expect(economics().effects[0]).toMatchObject({
    name: 'GP appointments avoided',
    amount: 0.5,
    poundsEach: 42,
    each: { kind: 'weekWaited', group: 'urgent' },
  });
  await waitFor(() => expect(edits).toContain('Change how many for each to 0.5, GP appointments avoided'));
});

it('has no price field of its own for health, whose worth is said once', async () => {
  const user = userEvent.setup();
  render(<PeopleScreen />);
  await user.click(screen.getByRole('button', { name: 'Add a benefit or knock-on cost' }));
  await user.click(screen.getByRole('button', { name: /What kind of effect/ }));
  await user.click(screen.getByRole('option', { name: /^Benefit: health/ }));
  expect(screen.queryByRole('spinbutton', { name: /^Price of one/ })).toBeNull();
  await user.type(screen.getByRole('spinbutton', { name: 'Worth of a quality-adjusted life year' }), '20000{Enter}');
  expect(economics().poundsPerQualityAdjustedLifeYear).toBe(20_000);
});

it('takes a cost of some options, from a week on, and takes it away again', async () => {
  const user = userEvent.setup();
  render(<PeopleScreen />);
  await user.click(screen.getByRole('button', { name: 'Add a cost' }));
  await user.type(screen.getByRole('spinbutton', { name: 'Paid every year, New cost' }), '9,000{Enter}');
  const first = screen.getByRole('spinbutton', { name: 'First week, New cost' });
  await user.clear(first);
  await user.type(first, '13{Enter}');
  const having = within(screen.getByRole('group', { name: 'Options that have it' }));
  await user.click(having.getByRole('checkbox', { name: 'As it is' }));
  expect(economics().costs[0]).toMatchObject({ poundsPerYear: 9_000, fromWeek: 13, options: ['more'] });
  // A cost that no option has is no cost.
  expect(having.getByRole('checkbox', { name: 'More posts' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Delete New cost' }));
  expect(economics().costs).toEqual([]);
});

it('takes rates, miles and optimism, and takes them away when emptied', async () => {
  const user = userEvent.setup();
  render(<PeopleScreen />);
  const field = (name: string) => screen.getByRole('spinbutton', { name });
  await user.type(field('Cost of a mile'), '56{Enter}');
  await user.type(field('Miles for each contact, all staff together, Assessment'), '5{Enter}');
  await user.type(field('Optimism bias of the cost of posts'), '10{Enter}');
  expect(economics().travel).toMatchObject({ pencePerMile: 56, milesPerContact: { assessment: 5 } });
  expect(economics().optimismBias.staffPercent).toBe(10);
  await user.clear(field('Cost of a mile'));
  await user.type(field('Cost of a mile'), '{Enter}');
  await user.clear(field('Miles for each contact, all staff together, Assessment'));
  await user.tab();
  expect(economics().travel).toMatchObject({ pencePerMile: null, milesPerContact: {} });
  await user.type(screen.getByRole('textbox', { name: 'Price year' }), '2025/26{Enter}');
  expect(economics().priceYear).toBe('2025/26');
});

it('keeps the prices of posts and outcomes where they belong', async () => {
  const user = userEvent.setup();
  render(<PeopleScreen />);
  const post = screen.getByRole('spinbutton', { name: 'Yearly cost of one post, Helper' });
  await user.clear(post);
  await user.type(post, '35000{Enter}');
  await user.clear(screen.getByRole('spinbutton', { name: 'Seen, brings a benefit of' }));
  await user.type(screen.getByRole('spinbutton', { name: 'Seen, brings a benefit of' }), '120{Enter}');
  const project = useDocument.getState().project;
  expect(project?.roles[1]?.costPoundsPerYear).toBe(35_000);
  expect(project?.designs[0]?.steps[3]?.work).toMatchObject({ benefitPounds: 120 });
});

it('is opened at the place that somebody comes for', async () => {
  problems = [
    {
      severity: 'warning',
      code: 'cost-without-amount',
      place: { path: 'economics/costs/cost', design: null, step: null, field: '' },
      message: '"New cost" has no amount',
      hint: 'say what is paid once, what every year, or both',
    },
  ];
  openSection('roles');
  goToPeople('economics/effects');
  render(<PeopleScreen />);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Add a benefit or knock-on cost'));
  expect(useWantedPlace.getState().path).toBeNull();
  expect(await screen.findByRole('tab', { name: /^Money.*1 to look at/ })).toBeTruthy();
  expect(screen.getByRole('list', { name: 'Problems of the money' })).toBeTruthy();
});
