import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { SplitPane } from './split-pane';

it('changes its width by keyboard, within its limits', () => {
  const onWidthChange = vi.fn();
  render(
    <SplitPane
      panel="Step"
      panelLabel="Selected step"
      width={39.5}
      minWidth={18}
      maxWidth={40}
      onWidthChange={onWidthChange}
    >
      Canvas
    </SplitPane>,
  );
  const edge = screen.getByRole('separator', { name: 'Width of Selected step' });
  for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Tab']) fireEvent.keyDown(edge, { key });
  expect(onWidthChange.mock.calls.flat()).toEqual([40, 38.5, 18, 40]);
});
