import { type KeyboardEvent, memo, useDeferredValue, useEffect, useRef } from 'react';
import { focusPlace } from '@/document/fields/place';
import { GuidePanel } from '@/document/guide/guide-panel';
import { useGuideView, useIsGuideOpen } from '@/document/guide/guide-state';
import { GuideSwitch } from '@/document/guide/guide-switch';
import { useSelection } from '@/document/selection';
import type { Shown } from '@/document/shown';
import { DesignPanel } from './design-panel';
import { panelId, selectionKey } from './focus-panel';
import { LinkPanel } from './link-panel';
import styles from './panel.module.css';
import { SeveralPanel } from './several-panel';
import { StepPanel } from './step-panel';

/**
 * The fields of what is selected: a step, a link, several; with nothing selected, the guide of the document until it is
 * put away, otherwise the fields of the design itself. They follow the selection a moment later, so that a drag, which selects what it moves, never waits for them.
 */
export function SidePanel({ shown }: { shown: Shown }) {
  const selection = useDeferredValue(useSelection());
  const panel = useRef<HTMLDivElement>(null);
  const { field } = selection;
  const hasSelection = selection.steps.length + selection.links.length > 0;
  const isGuideOpen = useIsGuideOpen();
  const isCovered = useGuideView((view) => view.isCovered);
  const showsGuide = isGuideOpen && !hasSelection && !isCovered && field === null;
  useEffect(() => {
    if (field === null || !panel.current) return;
    if (!hasSelection) useGuideView.setState({ isCovered: true });
    if (field !== '') focusPlace(panel.current, field);
    useSelection.setState({ field: null });
  }, [field, hasSelection]);
  return (
    <div className={styles.column}>
      <GuideSwitch showsGuide={showsGuide} hasSelection={hasSelection} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps keys pressed in a field from the canvas */}
      <div
        className={styles.panel}
        id={panelId}
        ref={panel}
        data-shows={selectionKey(selection)}
        onKeyDown={keepToPanel}
      >
        {showsGuide ? (
          <GuidePanel />
        ) : (
          <Selected shown={shown} chosenSteps={selection.steps} chosenLinks={selection.links} />
        )}
      </div>
    </div>
  );
}

interface SelectedProps {
  shown: Shown;
  chosenSteps: readonly string[];
  chosenLinks: readonly string[];
}

const Selected = memo(function Selected({ shown, chosenSteps, chosenLinks }: SelectedProps) {
  const { design, project } = shown;
  const steps = design.steps.filter(({ id }) => chosenSteps.includes(id));
  const links = design.links.filter(({ id }) => chosenLinks.includes(id));
  const [step] = steps;
  const [link] = links;
  if (steps.length + links.length > 1) {
    return <SeveralPanel steps={steps.map(({ id }) => id)} links={links.map(({ id }) => id)} tiers={project.tiers} />;
  }
  if (step) return <StepPanel step={step} shown={shown} />;
  if (link) return <LinkPanel link={link} design={design} groups={project.groups} />;
  return <DesignPanel shown={shown} />;
});

/** A button of the panel has the keyboard: Delete is then not about the step, and Escape goes back to it. */
function keepToPanel(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && !event.defaultPrevented) {
    const [step] = useSelection.getState().steps;
    const node = step && document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(step)}"]`);
    if (node) node.focus();
    event.stopPropagation();
  } else if (['Delete', 'Backspace', 'l', 'L', 'F2'].includes(event.key)) {
    event.stopPropagation();
  }
}
