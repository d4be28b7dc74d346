import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { chooseFile, closeAfterEach, lookedAt, openPathway, openSection } from './harness/steps.ts';
import { newHome, Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** Nobody's: numbers set aside for tests, names out of the air. */
const secrets = ['Quillfeather', 'Marchbanks', '9434765919', '4010232137'];

const list = [
  'NHS number,Patient name,Referral date,Priority,Discharge date',
  '9434765919,Ada Quillfeather,01/09/2025,Urgent,',
  '4010232137,Ivo Marchbanks,15/10/2024,Routine,',
  '9434765919,Ada Quillfeather,01/09/2025,Urgent,',
  '4010232137,Ivo Marchbanks,20/10/2024,Routine,01/12/2024',
  '4010232137,Ivo Marchbanks,31/02/2025,Routine,',
  '4010232137,Ivo Marchbanks,01/01/2031,Routine,',
].join('\n');

const choose = (name: string, content: string | Buffer) => chooseFile(window, name, content);
const looked = (name: string) => lookedAt(window, `import-${name}`);

test('a list is read from a file, previewed, taken in one edit, and leaves nothing about anybody', async () => {
  const home = newHome();
  window = await Window.open({ home });
  await openPathway(window);
  await openSection(window, /^Waiting list now/);
  await window.click('radio', 'Referral dates');
  await window.find('dialog', /^Who waits for/);
  await choose('waiting list.csv', list);
  await window.sees('2 people were read; 4 lines were refused.');
  await window.sees(/the same person with the same date of referral is on line 2/);
  await window.sees(/ended on 1 December 2024/);
  await window.sees(/there is no such day/);
  await window.sees('NHS number: NHS numbers, ignored');
  // One of its urgencies is a client group already, so they are kept unless somebody says otherwise.
  await window.sees('Urgent (1 person)');
  expect(await window.text()).not.toMatch(/Quillfeather|Marchbanks/);
  await looked('list');
  await window.click('button', 'Use these 2 people');
  await window.saved();
  await window.find('button', /^Undo take over 2 people/i);
  await window.close();
  for (const file of readdirSync(home).filter((name) => !name.endsWith('.csv'))) {
    const bytes = readFileSync(join(home, file)).toString('latin1');
    for (const secret of secrets) expect(bytes.includes(secret), `${secret} in ${file}`).toBe(false);
  }
  // The choice of columns is remembered by its headings, for the next list from the same system.
  window = await Window.open({ home });
  await window.click('button', /Birmingham/);
  await openSection(window, /^Waiting list now/);
  await window.click('button', /Read another list|Import/i);
  await window.find('dialog', /^Who waits for/);
  await choose('next month.csv', list);
  await window.sees('The columns are those chosen the last time for a list with these headings.');
}, 180_000);

test('demand is estimated from a record of weekly counts, and taken in one edit', async () => {
  window = await Window.open();
  await openPathway(window);
  await openSection(window, /^Demand/);
  await window.click('button', 'Estimate from a record…');
  await window.find('dialog', 'Estimate demand from a record');
  const weeks = Array.from({ length: 130 }, (_, week) => {
    const day = new Date(Date.UTC(2023, 5, 5 + week * 7));
    const season = day.getUTCMonth() === 7 ? 0.5 : 1;
    return `${day.toISOString().slice(0, 10)},${Math.round((20 + ((week * 7) % 11) - 5) * season * 1.001 ** week)}`;
  });
  await choose('weekly referrals.csv', `Week commencing,Referrals\n${weeks.join('\n')}\n`);
  await window.sees('130 weeks were read.');
  await window.sees(/At the start, [\d.]+ referrals a week \([\d.]+ to [\d.]+\)\./);
  await window.sees(/quietest in August/);
  await looked('history');
  await window.click('button', /^Use th(is|ese) estimates?$/);
  await window.find('button', /^Undo estimate referrals from a record/i);
  await window.sees(/Own record: [\d,]+ referrals, 5 June 2023 to/);
}, 180_000);

test('staff in post become roles and a staffing, opened and used by keyboard', async () => {
  window = await Window.open();
  await openPathway(window);
  await openSection(window, /^Staffing and options/);
  const open = await window.find('button', 'Import staff in post…');
  await window.driver.executeScript('arguments[0].focus()', open);
  await window.press(Key.ENTER);
  await window.find('dialog', 'Staff in post');
  const field = await window.find('textbox', 'Paste the table with its headings');
  await window.driver.executeScript('arguments[0].focus()', field);
  const table = 'Job title;Band;WTE;Vacant WTE\nOccupational therapist;6;4.5;0.5\nTeam lead;8a;1;0\n';
  // Pasted: the driver's own keys leave line ends out.
  await window.driver.executeScript(
    `const [field, text] = arguments;
     Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, text);
     field.dispatchEvent(new Event('input', { bubbles: true }));`,
    field,
    table,
  );
  await window.sees('5.5 WTE of 2 roles.');
  await looked('staff');
  const use = await window.find('button', 'Use these posts');
  await window.driver.executeScript('arguments[0].focus()', use);
  await window.press(Key.ENTER);
  await window.find('button', /^Undo take over staff in post/i);
  await window.sees('Team lead, band 8a');
}, 180_000);
