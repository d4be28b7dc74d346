import { FileUp, ShieldCheck } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/shared/components/button';
import { TextField } from '@/shared/components/text-field';
import styles from './given-entry.module.css';
import type { Reading } from './use-given';

export interface GivenEntryProps {
  reading: Reading<unknown>;
  /** What to paste. */
  label: string;
  placeholder: string;
  /** What is kept of it, and what is not. */
  privacy: string;
}

/** Where a list is pasted, or a file chosen. */
export function GivenEntry({ reading, label, placeholder, privacy }: GivenEntryProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.entry}>
      {reading.fileName === null ? (
        <TextField label={label} lines={5} value={reading.pasted} placeholder={placeholder} onChange={reading.paste} />
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
          Choose a CSV or Excel file…
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods"
          aria-label="CSV or Excel file"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) reading.choose(file);
            // The same file can be chosen again once it has been put right.
            currentTarget.value = '';
          }}
        />
        <span className={styles.privacy}>
          <ShieldCheck aria-hidden="true" />
          {privacy}
        </span>
      </div>
    </div>
  );
}
