import { ChartLine, FileText, House, type LucideIcon, UsersRound, Workflow } from 'lucide-react';
import type { ScreenId } from '@/shared/navigation/navigation';

/** A place of the rail. */
export interface Screen {
  id: ScreenId;
  label: string;
  /** Drawn in the rail, above the label. */
  Picture: LucideIcon;
  keys: string;
  /** Whether it shows the open project, and so needs one. */
  needsProject: boolean;
  /** What will be here, for when no project is open. */
  purpose: string;
}

export const screens: readonly Screen[] = [
  {
    id: 'start',
    label: 'Start',
    Picture: House,
    keys: 'Mod+1',
    needsProject: false,
    purpose: 'Projects, worked examples and templates.',
  },
  {
    id: 'pathway',
    label: 'Pathway',
    Picture: Workflow,
    keys: 'Mod+2',
    needsProject: true,
    purpose: 'Here the pathway is drawn: the steps people take through the service, and how many take each.',
  },
  {
    id: 'people',
    label: 'People and demand',
    Picture: UsersRound,
    keys: 'Mod+3',
    needsProject: true,
    purpose: 'Here you say who works in the service, who is referred to it, and who is waiting now.',
  },
  {
    id: 'results',
    label: 'Results',
    Picture: ChartLine,
    keys: 'Mod+4',
    needsProject: true,
    purpose: 'Here the options are simulated, and their waiting lists and longest waits stand side by side.',
  },
  {
    id: 'case',
    label: 'Business case',
    Picture: FileText,
    keys: 'Mod+5',
    needsProject: true,
    purpose: 'Here the business case is written from the results, put in your own words, and exported.',
  },
];

export function screenOf(id: ScreenId): Screen {
  const screen = screens.find((one) => one.id === id);
  if (!screen) throw new Error(`no screen is called ${id}`);
  return screen;
}
