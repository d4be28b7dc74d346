import type { DayOrder } from '@/ipc/bindings';
import { Notice } from '@/shared/components/notice';
import { Segmented, type SegmentedOption } from '@/shared/components/segmented';
import { Select } from '@/shared/components/select';

interface SheetChoiceProps {
  /** Names of the sheets, in their order; one or none: there is nothing to choose. */
  sheets: readonly string[];
  /** The one that was read, from 1. */
  sheet: number | null;
  onChange: (sheet: number) => void;
}

/** Which sheet of a workbook is read. */
export function SheetChoice({ sheets, sheet, onChange }: SheetChoiceProps) {
  if (sheets.length < 2) return null;
  return (
    <Select
      label="Sheet"
      value={String(sheet)}
      options={sheets.map((name, at) => ({ id: String(at + 1), label: name }))}
      onChange={(number) => onChange(Number(number))}
    />
  );
}

interface DayOrderChoiceProps {
  dayOrder: DayOrder;
  /** Whether the dates themselves leave no doubt: then there is nothing to choose. */
  isSure: boolean;
  onChange: (dayOrder: DayOrder) => void;
}

const orders: readonly SegmentedOption<DayOrder>[] = [
  { id: 'dayFirst', label: '06/04 is 6 April' },
  { id: 'monthFirst', label: '06/04 is 4 June' },
];

/** Which number of a date is the day, where every date can be read in two ways. */
export function DayOrderChoice({ dayOrder, isSure, onChange }: DayOrderChoiceProps) {
  if (isSure) return null;
  return (
    <Notice
      tone="warning"
      title="Every date can be read in two ways"
      actions={<Segmented label="How dates are read" value={dayOrder} options={orders} onChange={onChange} />}
    >
      Say which number is the day. In British lists it comes first.
    </Notice>
  );
}
