import { Building2 } from 'lucide-react';
import { useMemo } from 'react';
import type { NationalWorkbook } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Finder } from '@/shared/components/finder';
import { Popover } from '@/shared/components/popover';
import { Segmented, type SegmentedOption } from '@/shared/components/segmented';
import { Select } from '@/shared/components/select';
import styles from './national.module.css';
import { ageWords, lineOptions, type NationalAge, organisationName, organisationSections } from './national-words';

interface NationalChoicesProps {
  workbook: NationalWorkbook;
  age: NationalAge;
  line: string;
  onOrganisation: (number: number) => void;
  onAge: (age: NationalAge) => void;
  onLine: (line: string) => void;
}

const ages: readonly SegmentedOption<NationalAge>[] = [
  { id: 'children', label: ageWords.children },
  { id: 'adults', label: ageWords.adults },
];

/** Whose figures are looked at: a provider, adults or children, one service line or all. */
export function NationalChoices(props: NationalChoicesProps) {
  const { workbook, age, line, onOrganisation, onAge, onLine } = props;
  const sections = useMemo(() => organisationSections(workbook.organisations), [workbook.organisations]);
  const chosen = workbook.chosen;
  const services = (chosen ?? workbook.england)?.[age] ?? null;
  const lines = services ? lineOptions(services) : [];
  // A line of which the next provider has no figures stays chosen, and is said to have none.
  const options = lines.some(({ id }) => id === line) ? lines : [...lines, { id: line, label: `${line} (no figures)` }];
  const name = chosen ? organisationName(chosen.organisation.name) : 'Choose a provider…';
  return (
    <div className={styles.choices}>
      {sections.length > 0 && (
        <Popover label="Providers" trigger={<Button icon={<Building2 />}>{name}</Button>}>
          {({ close }) => (
            <Finder
              what={['provider', 'Organisations']}
              placeholder="A part of the name"
              sections={sections}
              onPick={(id) => {
                onOrganisation(Number(id));
                close();
              }}
            />
          )}
        </Popover>
      )}
      <Segmented label="Whom the services are for" value={age} options={ages} onChange={onAge} />
      {lines.length > 1 && (
        <div className={styles.line}>
          <Select label="Service line" value={line} options={options} onChange={onLine} />
        </div>
      )}
    </div>
  );
}
