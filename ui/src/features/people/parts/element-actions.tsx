import { ChevronDown, ChevronUp, Copy, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '@/shared/components/confirm-dialog';
import { IconButton } from '@/shared/components/icon-button';

/** What can be done with one element of a list: moved, copied, deleted. */
export interface ElementActionsProps {
  /** What kind of thing it is: "role". */
  what: string;
  name: string;
  /** Where it stands, from 0, and how many there are; without them it cannot be moved. */
  place?: { at: number; of: number };
  onMove?: (by: -1 | 1) => void;
  onDuplicate?: () => void;
  onDelete: () => void;
  /** What deleting takes along. Nothing: nothing else changes, and nothing is asked. */
  consequences?: ReactNode;
  /** Why it cannot be deleted. */
  keptBecause?: string | null;
}

export function ElementActions(props: ElementActionsProps) {
  const { what, name, place, onMove, onDuplicate, onDelete, consequences, keptBecause } = props;
  const [isAsking, setIsAsking] = useState(false);
  const shownName = name || `this ${what}`;
  return (
    <>
      {onMove && place && (
        <>
          <IconButton
            size="small"
            label={`Move ${shownName} up`}
            icon={<ChevronUp />}
            isDisabled={place.at === 0}
            onPress={() => onMove(-1)}
          />
          <IconButton
            size="small"
            label={`Move ${shownName} down`}
            icon={<ChevronDown />}
            isDisabled={place.at >= place.of - 1}
            onPress={() => onMove(1)}
          />
        </>
      )}
      {onDuplicate && <IconButton size="small" label={`Copy ${shownName}`} icon={<Copy />} onPress={onDuplicate} />}
      <IconButton
        size="small"
        label={keptBecause ?? `Delete ${shownName}`}
        icon={<Trash2 />}
        isDisabled={Boolean(keptBecause)}
        onPress={consequences ? () => setIsAsking(true) : onDelete}
      />
      <ConfirmDialog
        title={`Delete ${shownName}?`}
        isOpen={isAsking}
        confirmLabel="Delete"
        tone="danger"
        onConfirm={() => {
          setIsAsking(false);
          onDelete();
        }}
        onCancel={() => setIsAsking(false)}
      >
        {consequences}
      </ConfirmDialog>
    </>
  );
}
