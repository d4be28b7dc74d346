import { beforeEach, describe, expect, it } from 'vitest';
import { classifyError } from './classify-error';
import { dismiss, notify, showError, useNotices } from './notices';

beforeEach(() => useNotices.setState({ shown: [] }));

describe('an error', () => {
  it.each([
    [{ code: 'notFound', what: 'the project' }, 'warning', 'The project is not there any more'],
    [{ code: 'conflict', expected: 3, found: 4 }, 'warning', 'This project was changed elsewhere in the meantime'],
    [{ code: 'tooNew', found: '9', supported: 2 }, 'warning', 'This was written by a newer version of Pathloom'],
    [{ code: 'internal', message: 'worker stopped' }, 'failure', 'Something went wrong inside Pathloom'],
    [new Error('x is undefined'), 'failure', 'Something went wrong inside Pathloom'],
    [{ code: 'neverHeardOf' }, 'failure', 'Something went wrong inside Pathloom'],
    [new DOMException('', 'AbortError'), 'silent', 'Stopped'],
  ])('%o is told as %s: %s', (error, tone, title) => {
    expect(classifyError(error)).toMatchObject({ tone, title });
  });

  it('carries what to do about it', () => {
    const { detail } = classifyError({ code: 'storage', message: 'the disk is full', hint: 'make room and try again' });
    expect(detail).toBe('The disk is full. Make room and try again.');
  });
});

describe('notices', () => {
  it('say the same thing once, and keep the latest three', () => {
    for (const title of ['one', 'two', 'two', 'three', 'four']) notify({ tone: 'warning', title });
    expect(useNotices.getState().shown.map(({ title }) => title)).toEqual(['two', 'three', 'four']);
  });

  it('can be dismissed', () => {
    const id = notify({ tone: 'success', title: 'Saved' });
    dismiss(id);
    expect(useNotices.getState().shown).toEqual([]);
  });

  it('leave out what the person asked for themselves', () => {
    showError(new DOMException('', 'AbortError'));
    expect(useNotices.getState().shown).toEqual([]);
  });
});
