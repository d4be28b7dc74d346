import { Library } from 'lucide-react';
import { useContext } from 'react';
import { OverlayTriggerStateContext } from 'react-aria-components/Dialog';
import { IconButton } from '@/shared/components/icon-button';
import { lowerFirst } from '@/shared/format/words';
import { type BankField, openBank } from './bank-state';

/** Opens the bank of cited figures for one field. */
export function BankButton(field: BankField) {
  // A room that opened beside its button would lie over the bank.
  const room = useContext(OverlayTriggerStateContext);
  return (
    <IconButton
      size="small"
      label={`Figure bank: cited figures for ${lowerFirst(field.label)}`}
      icon={<Library />}
      onPress={() => {
        room?.close();
        openBank(field);
      }}
    />
  );
}
