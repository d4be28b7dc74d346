import { Download } from 'lucide-react';
import { client } from '@/ipc/client';
import type { ChartTable } from '@/shared/charts/chart-data';
import { csvBytes } from '@/shared/charts/export/to-csv';
import { IconButton } from '@/shared/components/icon-button';
import { announce } from '@/shared/notices/announcements';
import { showError } from '@/shared/notices/notices';

interface SaveTableProps {
  /** What the table holds, after "Save": "the account of Tiered redesign". */
  what: string;
  /** Name of the file without its ending. */
  fileName: string;
  /** Worked out only when it is saved. */
  table: () => ChartTable;
}

/** Saves the numbers of a table for a spreadsheet, unrounded. */
export function SaveTable({ what, fileName, table }: SaveTableProps) {
  const save = async () => {
    const path = await client().fileSave(`${fileName}.csv`, 'csv', Array.from(csvBytes(table())));
    if (path !== null) announce('Saved');
  };
  return (
    <IconButton
      size="small"
      label={`Save ${what} (CSV)`}
      icon={<Download />}
      onPress={() => void save().catch(showError)}
    />
  );
}
