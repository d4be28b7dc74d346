import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';
import styles from './tabs.module.css';

export interface TabEntry<Id extends string> {
  id: Id;
  label: string;
  /** Built only while its tab is open. */
  render: () => ReactNode;
}

/** Rooms that share one place, one of them open. */
export interface TabsProps<Id extends string> {
  /** What the tabs are of, for a screen reader. */
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  tabs: readonly TabEntry<Id>[];
}

export function Tabs<Id extends string>({ label, value, onChange, tabs }: TabsProps<Id>) {
  return (
    <AriaTabs
      className={styles.tabs}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find((tab) => tab.id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <TabList aria-label={label} className={styles.list}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={styles.tab}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={styles.panel}>
          {tab.render()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
