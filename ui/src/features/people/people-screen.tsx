import { Library } from 'lucide-react';
import { type ReactNode, useEffect, useMemo } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { followDocument } from '@/document/assessment';
import { openBank } from '@/document/bank/bank-state';
import { focusPlace } from '@/document/fields/place';
import { OptionChoice } from '@/document/option-choice';
import { type Shown, useShown } from '@/document/shown';
import { useWantedPlace } from '@/document/wanted-place';
import { type Action, useActions } from '@/shared/actions/actions';
import { Button } from '@/shared/components/button';
import { showError } from '@/shared/notices/notices';
import { Slot } from '@/shared/slots/slots';
import { CalendarsSection } from './calendars/calendars-section';
import { DemandSection } from './demand/demand-section';
import { GroupsSection } from './groups/groups-section';
import { MoneySection } from './money/money-section';
import { useProblems } from './parts/problems';
import styles from './people-screen.module.css';
import {
  openSection,
  type SectionId,
  sectionIds,
  sectionLabels,
  sectionPaths,
  sectionSummary,
  usePeopleSection,
} from './people-sections';
import { RolesSection } from './roles/roles-section';
import { SkillsSection } from './skills/skills-section';
import { StaffingSection } from './staffing/staffing-section';
import { WaitingSection } from './waiting/waiting-section';

const sections: Record<SectionId, (shown: Shown) => ReactNode> = {
  roles: (shown) => <RolesSection shown={shown} />,
  skills: (shown) => <SkillsSection shown={shown} />,
  staffing: (shown) => <StaffingSection shown={shown} />,
  calendars: (shown) => <CalendarsSection shown={shown} />,
  demand: (shown) => <DemandSection shown={shown} />,
  waiting: (shown) => <WaitingSection shown={shown} />,
  groups: (shown) => <GroupsSection shown={shown} />,
  money: (shown) => <MoneySection shown={shown} />,
};

const actions: readonly Action[] = sectionIds.map((id) => ({
  id: `people.${id}`,
  label: `${sectionLabels[id]}, on People and demand`,
  section: 'Go to',
  run: () => openSection(id),
}));

/** Who works in the service, who is referred to it, and who is waiting now. */
export function PeopleScreen() {
  const shown = useShown();
  const section = usePeopleSection((open) => open.section);
  useActions(actions);
  useWanted(shown);
  useEffect(() => followDocument(showError), []);
  if (!shown) return null;
  return (
    <>
      <Slot id="switcher">
        <OptionChoice project={shown.project} optionId={shown.option.id} />
      </Slot>
      <Slot id="screen">
        <Button icon={<Library />} onPress={() => openBank(null)}>
          Figure bank
        </Button>
      </Slot>
      <Tabs
        className={styles.screen}
        orientation="vertical"
        selectedKey={section}
        onSelectionChange={(key) => openSection(sectionIds.find((id) => id === key) ?? section)}
      >
        <TabList className={styles.list} aria-label="People and demand">
          {sectionIds.map((id) => (
            <Tab key={id} id={id} className={styles.tab}>
              <SectionName id={id} shown={shown} />
            </Tab>
          ))}
        </TabList>
        <TabPanel key={section} id={section} className={styles.content}>
          {sections[section](shown)}
        </TabPanel>
      </Tabs>
    </>
  );
}

/** Opens the section of a field that another screen asked for, and moves the keyboard there once it is drawn. */
function useWanted(shown: Shown | null): void {
  const path = useWantedPlace((wanted) => wanted.path);
  useEffect(() => {
    if (path === null || !shown) return;
    const isUnder = (above: string) => path === above || path.startsWith(`${above}/`);
    const section = sectionIds.find((id) => sectionPaths(id, shown).some(isUnder));
    if (section) openSection(section);
    // The section draws what is asked for first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        focusPlace(document, path);
        useWantedPlace.setState({ path: null });
      }),
    );
  }, [path, shown]);
}

function SectionName({ id, shown }: { id: SectionId; shown: Shown }) {
  const problems = useProblems(useMemo(() => sectionPaths(id, shown), [id, shown]));
  const isError = problems.some(({ severity }) => severity === 'error');
  return (
    <>
      <span className={styles.name}>{sectionLabels[id]}</span>
      <span className={styles.summary}>{sectionSummary(id, shown)}</span>
      {problems.length > 0 && (
        <span className={styles.problems} data-error={isError || undefined}>
          {problems.length} to {isError ? 'put right' : 'look at'}
        </span>
      )}
    </>
  );
}
