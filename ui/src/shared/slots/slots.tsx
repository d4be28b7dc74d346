import { type ReactNode, useCallback } from 'react';
import { createPortal } from 'react-dom';
import { create } from 'zustand';

/** Places in the top bar that the open screen fills: the choice of option or design, and the screen's own buttons. */
export type SlotId = 'switcher' | 'screen';

interface SlotPlaces {
  places: Partial<Record<SlotId, HTMLElement>>;
}

const useSlotPlaces = create<SlotPlaces>(() => ({ places: {} }));

/** The empty place, drawn once by the window's frame. */
export function SlotPlace({ id, className }: { id: SlotId; className?: string | undefined }) {
  const keep = useCallback(
    (element: HTMLElement | null) => {
      useSlotPlaces.setState(({ places }) => ({ places: { ...places, [id]: element ?? undefined } }));
    },
    [id],
  );
  return <div ref={keep} className={className} />;
}

/** What a screen puts into a place of the top bar while it is open. */
export function Slot({ id, children }: { id: SlotId; children: ReactNode }) {
  const place = useSlotPlaces(({ places }) => places[id]);
  return place ? createPortal(children, place) : null;
}
