import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showDocument, useDocument } from '@/document/document';
import { select } from '@/document/selection';
import { shownOf, useShown } from '@/document/shown';
import { withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { design, link, project, step, waitingLink } from '../pathway.fixtures';
import { kindOrder } from '../words/kinds';
import { SidePanel } from './side-panel';

const oneOfEach = design(
  kindOrder.map((kind, at) => step(kind, kind, at * 260)),
  [link('referrals', 'contacts'), link('contacts', 'outcome', 60), waitingLink('contacts', 'outcome')],
);

let endClient: () => void;
const documentEdit = vi.fn(async (_id: string, revision: number, edit: { label: string }) => ({
  revision: revision + 1,
  undo: edit.label,
  redo: null,
  changedAt: '2027-01-04T09:00:00Z',
}));

beforeEach(() => {
  documentEdit.mockClear();
  endClient = withClient({ documentEdit });
  showDocument({
    id: 'one',
    project: {
      ...project(oneOfEach),
      roles: [],
      targets: [
        {
          id: 'year',
          name: 'Nobody waits a year',
          measure: { kind: 'longestWait' },
          threshold: 52,
          byWeek: 52,
          probabilityPercent: 90,
        },
      ],
    },
    state: { revision: 1, undo: null, redo: null, changedAt: '2027-01-04T09:00:00Z' },
  });
});

afterEach(() => {
  endClient();
  select({});
});

function Panel() {
  const shown = useShown();
  return shown && <SidePanel shown={shown} />;
}

const workOf = (id: string) => {
  const { project: now, optionId } = useDocument.getState();
  return shownOf(now, optionId)?.design.steps.find((one) => one.id === id)?.work;
};

describe('the side panel', () => {
  it.each(kindOrder)('shows the fields of %s, all with names', async (kind) => {
    select({ steps: [kind] });
    render(<Panel />);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty('value', kind);
    expect(await accessibilityFaults(document.body)).toEqual([]);
  });

  it.each([
    ['a link', { links: ['contacts-outcome'] }],
    ['a link of those who give up', { links: ['contacts-outcome-removedWhileWaiting'] }],
    ['several steps', { steps: ['contacts', 'group'] }],
    ['the pathway itself', {}],
  ])('shows %s', async (_, selection) => {
    select(selection);
    render(<Panel />);
    expect(await accessibilityFaults(document.body)).toEqual([]);
  });

  it('hands a figure over when Enter is pressed, as one edit', async () => {
    const user = userEvent.setup();
    select({ steps: ['contacts'] });
    render(<Panel />);
    const travel = screen.getByRole('spinbutton', { name: 'Travel' });
    await user.clear(travel);
    await user.type(travel, '30');
    expect(documentEdit).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(workOf('contacts')).toMatchObject({ travelMinutes: 30 });
    expect(documentEdit.mock.calls.map(([, , edit]) => edit.label)).toEqual(['Change travel to 30 min']);
  });

  it('keeps what a figure comes from when its value changes', async () => {
    const user = userEvent.setup();
    select({ steps: ['group'] });
    render(<Panel />);
    await user.click(screen.getByRole('button', { name: /^Seats: add a range or a source/ }));
    await user.click(screen.getByRole('switch', { name: 'It may be lower or higher' }));
    await user.type(screen.getByRole('textbox', { name: 'Source' }), 'Room plan');
    await user.tab();
    await user.keyboard('{Escape}');
    const seats = screen.getByRole('spinbutton', { name: 'Seats' });
    await user.clear(seats);
    await user.type(seats, '12{Enter}');
    expect(workOf('group')).toMatchObject({
      seats: { low: 6, likely: 12, high: 12, evidence: { label: 'assumed', source: 'Room plan' } },
    });
  });

  it('changes the share of a link where people go next', async () => {
    const user = userEvent.setup();
    select({ steps: ['contacts'] });
    render(<Panel />);
    expect(screen.getByText(/These shares add to 60%/)).toBeTruthy();
    const share = screen.getByRole('spinbutton', { name: 'Share to outcome' });
    await user.clear(share);
    await user.type(share, '100{Enter}');
    expect(screen.queryByText(/These shares add to/)).toBeNull();
  });
});
