import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useChoice } from '@/document/chosen-options';
import { allSaved, closeDocument, showDocument, useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { CaseExported, CaseProgress, CaseView, JobEvent, OptionView, ResultState } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useNotices } from '@/shared/notices/notices';
import { BusinessCaseScreen } from './business-case-screen';
import { opened, view } from './case.fixtures';
import { caseExports, caseQuestions } from './case-questions';
import { openTab, useCaseView } from './case-view';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let hear: (event: JobEvent<CaseProgress, CaseView>) => void = () => undefined;
let hearExport: (event: JobEvent<CaseProgress, CaseExported>) => void = () => undefined;
const commands = {
  caseStart: vi.fn<Client['caseStart']>(async (_, listener) => {
    hear = listener;
    return 7;
  }),
  caseExportStart: vi.fn<Client['caseExportStart']>(async (_, listener) => {
    hearExport = listener;
    return 8;
  }),
  caseTemplatePick: vi.fn<Client['caseTemplatePick']>(async () => 'trust.dotx'),
  caseTemplateForget: vi.fn<Client['caseTemplateForget']>(async () => null),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
  documentEdit: vi.fn<Client['documentEdit']>(async (_, revision) => ({ ...opened.state, revision: revision + 1 })),
};
let endClient = () => {};

const results = (state: ResultState): OptionView[] =>
  opened.project.options.map(({ id }) => ({
    optionId: id,
    state,
    results: null,
    run: { key: id, replications: 300, seed: '1', engineVersion: '0.1.0', revision: 1, madeAt: '2027-01-20T13:00:00Z' },
  }));

beforeEach(() => {
  endClient = withClient(commands);
  showDocument(opened);
  useRuns.setState({ views: results('current'), isLoaded: true, underWay: null, lastRun: null });
  useSettings.setState({ settings: { seed: '1', replications: 300 } as never });
});

afterEach(async () => {
  await closeDocument();
  caseQuestions.forget();
  caseExports.forget();
  useRuns.setState({ views: [] });
  useChoice.setState({ leftOut: {} });
  useCaseView.setState({ tab: 'paper', sizes: {}, drivers: {}, drafts: {}, template: null });
  useNotices.setState({ shown: [] });
  endClient();
  vi.clearAllMocks();
});

/** Shows the screen with its paper there. */
async function show(drawn: CaseView = view) {
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Business case</h1>
      <BusinessCaseScreen />
    </main>,
  );
  await waitFor(() => expect(commands.caseStart).toHaveBeenCalled());
  await act(async () => hear({ kind: 'finished', answer: drawn, seconds: 0.1 }));
  return { user, ...shown };
}

const saidOf = (name: string) => useDocument.getState().project?.businessCase.texts[name];

it('shows the paper with its figures live, and has no fault that axe finds', async () => {
  const { container } = await show();
  expect(commands.caseStart.mock.calls[0]?.[0]).toEqual({
    projectId: 'p1',
    optionIds: ['as-is', 'tiered', 'half'],
    size: 'full',
    withDrivers: false,
  });
  const paper = screen.getByRole('article', { name: 'Business case' });
  expect(within(paper).getByText('It brings the longest wait to').parentElement?.textContent).toBe(
    'It brings the longest wait to 47 weeks.',
  );
  expect(within(paper).getAllByTitle(/From the simulated futures: options\/tiered/)).toHaveLength(3);
  expect(screen.getByRole('img', { name: 'Line chart of the longest wait.' }).querySelector('svg')).toBeTruthy();
  expect(screen.getByText(/1 part to complete/)).toBeTruthy();
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('puts one’s own words in the place of a section, as one edit, and takes them back', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Write “Summary”' }));
  const field = screen.getByRole('textbox', { name: 'Summary, in your words' });
  expect((field as HTMLTextAreaElement).value).toBe('It brings the longest wait to {longestWait.preferred}.');
  await user.clear(field);
  await user.type(field, 'We ask for this: ');
  await user.click(screen.getByRole('button', { name: 'Insert a figure' }));
  await user.click(await screen.findByRole('menuitem', { name: /longest wait at the end/ }));
  await user.click(screen.getByRole('button', { name: 'Keep these words' }));
  expect(saidOf('summary')).toBe('We ask for this: {longestWait.tiered}');
  await allSaved();
  expect(commands.documentEdit).toHaveBeenCalledOnce();
  expect(commands.documentEdit.mock.calls[0]?.[2].label).toBe('Write “Summary”');
  await waitFor(() => expect(commands.caseStart).toHaveBeenCalledTimes(2));
  const own = { ...view, sections: view.sections.map((one) => ({ ...one, isOwn: one.id === 'summary' })) };
  await act(async () => hear({ kind: 'finished', answer: own, seconds: 0.1 }));
  await user.click(screen.getByRole('button', { name: 'Usual words of “Summary”' }));
  expect(saidOf('summary')).toBeUndefined();
});

it('keeps nothing where the words are the usual ones', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Write “Summary”' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await allSaved();
  expect(commands.documentEdit).not.toHaveBeenCalled();
  expect(screen.queryByRole('textbox', { name: 'Summary, in your words' })).toBeNull();
});

it('exports into a file, and says where it is', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Export as Word' }));
  expect(commands.caseExportStart.mock.calls[0]?.[0]).toMatchObject({ format: 'word', case: { size: 'full' } });
  const path = 'exports/A service.docx';
  await act(async () => hearExport({ kind: 'finished', answer: { path, formatWords: 'Word document' }, seconds: 0.4 }));
  expect(useNotices.getState().shown[0]).toMatchObject({ title: 'Word document saved', detail: path });
  await user.click(screen.getByRole('button', { name: 'House template…' }));
  expect(await screen.findByText('trust.dotx')).toBeTruthy();
});

it('says when its figures are old, and asks to run where there are none', async () => {
  await show();
  await act(async () => useRuns.setState({ views: results('outOfDate') }));
  expect(screen.getByText(/Out of date: the service has changed/)).toBeTruthy();
  caseQuestions.forget();
  await act(async () => useRuns.setState({ views: results('none') }));
  expect(screen.getByRole('button', { name: 'Run 3 options' })).toBeTruthy();
});

it('holds the option asked for even where it is not marked', async () => {
  useChoice.setState({ leftOut: { p1: ['tiered', 'half'] } });
  await show();
  expect(commands.caseStart.mock.calls[0]?.[0].optionIds).toEqual(['as-is', 'tiered']);
});

it('finds out what drives the wait when asked to, and can be stopped', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('checkbox', { name: /What drives the longest wait/ }));
  await waitFor(() => expect(commands.caseStart).toHaveBeenCalledTimes(2));
  expect(commands.caseStart.mock.calls[1]?.[0].withDrivers).toBe(true);
  const progress: CaseProgress = { stage: 'drivers', optionName: 'Tiered redesign', finished: 500, needed: 5000 };
  await act(async () => hear({ kind: 'progress', progress }));
  expect(screen.getByText('500 of 5,000')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toContainEqual([7]);
});

it('names what a text asks for in vain', async () => {
  await show({ ...view, unknown: [{ place: 'businessCase/texts/need', asked: 'nothing.at.all' }] });
  expect(screen.getByText(/\{nothing.at.all\} in “Need”/)).toBeTruthy();
});

it('writes risks down and answers the checklist', async () => {
  const { user, container } = await show();
  act(() => openTab('risks'));
  await user.click(screen.getByRole('button', { name: 'Add a risk' }));
  const field = screen.getByRole('textbox', { name: 'What could happen' });
  await user.clear(field);
  await user.type(field, 'Nobody applies{Enter}');
  expect(useDocument.getState().project?.businessCase.risks).toEqual([
    { name: 'Nobody applies', likelihood: 'medium', impact: 'medium', response: '', owner: '' },
  ]);
  expect(await accessibilityFaults(container)).toEqual([]);
  act(() => openTab('checklist'));
  expect(screen.getByText('1 of 2')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Answer 1.1' }));
  await user.type(screen.getByRole('textbox', { name: 'Your answer to 1.1' }), 'To choose an option');
  await user.tab();
  expect(useDocument.getState().project?.businessCase.answers).toEqual({ '1.1': 'To choose an option' });
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('lists every assumption by its kind of evidence', async () => {
  const { user, container } = await show();
  act(() => openTab('assumptions'));
  const table = screen.getByRole('grid', { name: 'Assumption register' });
  expect(within(table).getAllByRole('row')).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: /Kind of evidence/ }));
  await user.click(await screen.findByRole('option', { name: 'Assumed' }));
  expect(within(table).getAllByRole('row')).toHaveLength(2);
  expect(within(table).getByText('Nobody has counted it')).toBeTruthy();
  expect(await accessibilityFaults(container)).toEqual([]);
});
