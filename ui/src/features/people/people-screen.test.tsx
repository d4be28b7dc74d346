import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useAssessment } from '@/document/assessment';
import { closeBank, useBank } from '@/document/bank/bank-state';
import { showDocument, showOption, useDocument } from '@/document/document';
import { goToFigure, useWantedPlace } from '@/document/wanted-place';
import type { Estimate, ListRequest, Problem, Project, ReferralList, RememberedColumns } from '@/ipc/bindings';
import { withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { smallDocument } from './people.fixtures';
import { PeopleScreen } from './people-screen';
import { openSection, sectionIds } from './people-sections';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const picture = {
  people: 100,
  meanWeeks: 12,
  longestWeeks: 40,
  byNationalBand: [5, 5, 10, 40, 20, 20, 0, 0],
  barWeeks: 4,
  bars: [20, 20, 20, 10, 10, 10, 5, 3, 1, 1],
};

const list: ReferralList = {
  sheets: [],
  sheet: null,
  columns: [
    { number: 1, heading: 'Name', kind: 'names', isPersonal: true },
    { number: 2, heading: 'Referred', kind: 'referralDates', isPersonal: false },
    { number: 3, heading: 'Priority', kind: 'other', isPersonal: false },
  ],
  mapping: { referral: 2, ended: null, group: null, urgency: 3 },
  dayOrder: 'dayFirst',
  isDayOrderSure: false,
  accepted: [
    { line: 2, date: '2025-12-01', weeksWaited: 5, group: 0 },
    { line: 3, date: '2025-10-06', weeksWaited: 13, group: 1 },
    { line: 5, date: '2025-10-06', weeksWaited: 13, group: null },
  ],
  groups: [
    { label: 'Soon', people: 1 },
    { label: 'urgent', people: 1 },
  ],
  refused: [{ line: 4, reason: 'notADate', what: 'text', why: 'it is not a date' }],
  refusedBy: [{ reason: 'notADate', lines: 1 }],
  refusedLines: 1,
  meanWeeks: 10.33,
  longestWeeks: 13,
  notes: ['Column 1 looks like names: ignored and not kept.'],
  remember: { referral: 'referred', ended: null, group: null, urgency: 'priority' },
};

const asked: ListRequest[] = [];
const remembered: RememberedColumns[] = [];

const edits: string[] = [];
let problems: Problem[] = [];

beforeEach(() => {
  edits.length = 0;
  asked.length = 0;
  remembered.length = 0;
  problems = [];
  const restore = withClient({
    documentAssess: async () => ({ problems, flows: null, noFlows: null }),
    documentEdit: async (_id, revision, edit) => {
      edits.push(edit.label);
      return { revision: revision + 1, undo: edit.label, redo: null, changedAt: '2026-01-05T09:00:00Z' };
    },
    startingListPreview: async () => picture,
    referralsRead: async (_given, request) => {
      asked.push(request);
      return list;
    },
    columnsRemember: async (columns) => {
      remembered.push(columns);
      return null;
    },
  });
  useAssessment.setState({ assessment: null });
  showDocument(smallDocument());
  showOption('now');
  openSection('roles');
  return restore;
});

function show(section: (typeof sectionIds)[number]) {
  openSection(section);
  const { container } = render(<PeopleScreen />);
  return { container, user: userEvent.setup() };
}

const project = () => useDocument.getState().project as Project;
const staffOf = (design: number) => {
  const work = project().designs[design]?.steps[1]?.work;
  return work?.kind === 'contacts' ? work.staff[0]?.anyOf.map(({ role }) => role) : null;
};

describe('every section', () => {
  it.each(sectionIds)('%s has no accessibility fault, light or dark', async (section) => {
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset.theme = theme;
      document.documentElement.lang = 'en-GB';
      const { container } = show(section);
      await act(async () => {});
      expect(await accessibilityFaults(container)).toEqual([]);
    }
  });

  it('is reached by keyboard', async () => {
    const { user } = show('roles');
    await user.tab();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('tab', { name: /^Staffing and options/ }).getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('heading', { name: 'Staffing and options' })).toBeTruthy();
  });
});

describe('a figure that another screen leads to', () => {
  it('is shown with its section and its element open, and gets the keyboard', async () => {
    show('waiting');
    const [, second] = project().roles;
    act(() => goToFigure('now', `roles/${second?.id}/costPoundsPerYear`));
    expect(screen.getByRole('tab', { name: /^People/ }).getAttribute('aria-selected')).toBe('true');
    const place = () => document.activeElement?.closest('[data-place]')?.getAttribute('data-place');
    await waitFor(() => expect(place()).toBe(`roles/${second?.id}/costPoundsPerYear`));
    expect(useWantedPlace.getState().path).toBeNull();
  });
});

describe('people', () => {
  it('offers the figure bank beside the fields it has figures for, and takes a figure with its source', async () => {
    const { user } = show('roles');
    await user.click(screen.getByRole('switch', { name: 'Counted' }));
    expect(screen.queryByRole('button', { name: 'Figure bank: cited figures for weeks to full speed' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Figure bank: cited figures for vacant posts' }));
    const { field } = useBank.getState();
    expect(field?.place).toBe('roles/therapist/turnover/vacantPercent');
    const cited = { value: 19.2, evidence: { label: 'published', source: 'A plan' } } as Estimate;
    act(() => field?.onInsert(cited));
    expect(project().roles[0]?.turnover?.vacantPercent).toBe(cited);
    await waitFor(() => expect(edits.at(-1)).toBe('Put 19.2% from the figure bank into vacant posts, Therapist'));
    closeBank();
  });

  it('asks before it deletes a role that is used, and says where', async () => {
    const { user } = show('roles');
    await user.click(screen.getByRole('button', { name: 'Delete Therapist' }));
    const dialog = screen.getByRole('alertdialog');
    expect(dialog.textContent).toMatch(/works at Assessment \(One to one\) and Assessment \(Groups\)/);
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(project().roles.map(({ name }) => name)).toEqual(['Helper']);
  });

  it('says what is wrong at its field', async () => {
    problems = [
      {
        severity: 'error',
        code: 'figure-out-of-range',
        place: { path: 'roles/therapist/hoursPerWeek', design: null, step: null, field: 'hoursPerWeek' },
        message: 'Therapist, hours a week of one WTE: 200 is not possible',
        hint: 'it can be from 0 to 168',
      },
    ];
    show('roles');
    const field = await screen.findByRole('spinbutton', { name: 'Hours a week' });
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
    expect(screen.getByRole('tab', { name: /^People.*1 to put right/ })).toBeTruthy();
    expect(screen.getByRole('list', { name: 'Problems of this role' })).toBeTruthy();
  });
});

describe('who does what', () => {
  it('is changed by keyboard alone', async () => {
    const { user } = show('skills');
    act(() => screen.getByRole('button', { name: /^Therapist at Assessment: 1st choice/ }).focus());
    await user.keyboard('{ArrowRight} ');
    expect(staffOf(0)).toEqual(['therapist', 'helper']);
    await user.keyboard('1');
    expect(staffOf(0)).toEqual(['helper', 'therapist']);
    await user.keyboard('{Delete}');
    expect(staffOf(0)).toEqual(['therapist']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Helper at Assessment: cannot do it');
  });
});

describe('staffing', () => {
  it('takes posts, and gives none where the field is emptied', async () => {
    const { user } = show('staffing');
    const field = screen.getByRole('spinbutton', { name: 'Helper, posts in The team' });
    await user.type(field, '0.8{Enter}');
    expect(project().mixes[0]?.posts[1]).toMatchObject({ role: 'helper', wte: 0.8 });
    await user.clear(field);
    await user.tab();
    expect(project().mixes[0]?.posts).toHaveLength(1);
  });

  it('moves the ends of a change with the arrow keys', async () => {
    act(() => showOption('more'));
    const { user } = show('staffing');
    act(() => screen.getByRole('slider', { name: 'Start of +1 WTE of Therapist' }).focus());
    await user.keyboard('{ArrowRight}{ArrowRight}');
    act(() => screen.getByRole('slider', { name: 'End of +1 WTE of Therapist' }).focus());
    await user.keyboard('{PageUp}');
    expect(project().mixes[1]?.posts[0]?.changes).toEqual([{ fromWeek: 15, untilWeek: 30, wte: 1 }]);
  });
});

describe('demand', () => {
  it('is changed in every design that says the same, until somebody says otherwise', async () => {
    const { user } = show('demand');
    const rates = () =>
      project().designs.map(({ steps }) => (steps[0]?.work.kind === 'referrals' ? steps[0].work.perWeek : null));
    const field = screen.getByRole('spinbutton', { name: 'Referrals a week' });
    await user.clear(field);
    await user.type(field, '25{Enter}');
    expect(rates()).toEqual([25, 25]);
    await user.click(screen.getByRole('switch', { name: /^Change “Groups” too/ }));
    await user.clear(field);
    await user.type(field, '30{Enter}');
    expect(rates()).toEqual([30, 25]);
    await user.click(screen.getByRole('button', { name: 'Use the ones here there too' }));
    expect(rates()).toEqual([30, 30]);
  });
});

describe('the waiting list', () => {
  async function paste() {
    const { user } = show('waiting');
    await user.click(screen.getByRole('radio', { name: 'Referral dates' }));
    const dialog = screen.getByRole('dialog', { name: 'Who waits for Assessment' });
    await user.click(within(dialog).getByRole('textbox'));
    await user.paste('Name,Referred,Priority\nA,01/12/2025,Soon');
    const use = await within(dialog).findByRole('button', { name: 'Use these 3 people' });
    return { user, dialog, use };
  }
  const waiting = () => {
    const work = project().designs[0]?.steps[1]?.work;
    return work && 'start' in work ? work.start?.waiting : null;
  };

  it('is read from a pasted list, and nothing is taken before it was seen', async () => {
    const { user, dialog, use } = await paste();
    expect(dialog.textContent).toMatch(/Name: names, ignored/);
    expect(dialog.textContent).toMatch(/3 people were read; 1 line was refused/);
    expect(dialog.textContent).toMatch(/1 with something that is not a date/);
    expect(edits).toEqual([]);
    await user.click(within(dialog).getByRole('switch', { name: 'Keep who is of which client group' }));
    await user.click(use);
    expect(waiting()).toEqual({ kind: 'ages', weeks: [5, 13, 13], groups: [] });
    expect(remembered.at(-1)).toEqual(list.remember);
  });

  it('keeps who is of which client group, new ones made in the same edit', async () => {
    const { user, use } = await paste();
    await user.click(use);
    expect(project().groups.map(({ name }) => name)).toEqual(['Urgent', 'Routine', 'Soon']);
    const soon = project().groups.at(-1)?.id;
    expect(waiting()).toEqual({ kind: 'ages', weeks: [5, 13, 13], groups: [soon, 'urgent', 'urgent'] });
    expect(edits).toEqual(['Take over 3 people and 1 new client group, Assessment']);
  });

  it('asks which number is the day where the list does not say', async () => {
    const { user, dialog } = await paste();
    await user.click(within(dialog).getByRole('radio', { name: '06/04 is 4 June' }));
    await waitFor(() => expect(asked.at(-1)?.dayOrder).toBe('monthFirst'));
  });
});
