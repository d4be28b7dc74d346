import { FileUp, ShieldCheck } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/shared/components/button';
import { TextField } from '@/shared/components/text-field';
import styles from './dates.module.css';
import type { ReadingOfDates } from './use-referral-dates';

/** Where a list is pasted, or a file chosen. */
export function DatesEntry({ reading }: { reading: ReadingOfDates }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.entry}>
      {reading.fileName === null ? (
        <TextField
          label="Paste the referral dates, one to a line, or the whole list with its other columns"
          lines={6}
          value={reading.pasted}
          placeholder={'06/01/2025\n13/01/2025\n…'}
          onChange={reading.paste}
        />
      ) : (
        <p className={styles.file}>
          From the file <strong>{reading.fileName}</strong>
          <Button size="small" onPress={reading.clear}>
            Paste instead
          </Button>
        </p>
      )}
      <div className={styles.ways}>
        <Button size="small" icon={<FileUp />} onPress={() => input.current?.click()}>
          Choose a CSV file…
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label="CSV file with referral dates"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) reading.choose(file);
            // The same file can be chosen again once it has been put right.
            currentTarget.value = '';
          }}
        />
        <span className={styles.privacy}>
          <ShieldCheck aria-hidden="true" />
          Only weeks waited are kept. Names, NHS numbers, dates of birth and postcodes are never stored.
        </span>
      </div>
    </div>
  );
}
