import {
  BedDouble,
  CircleCheck,
  Hourglass,
  type LucideIcon,
  Megaphone,
  Split,
  Stethoscope,
  UserPlus,
  UsersRound,
} from 'lucide-react';
import type { Work } from '@/ipc/bindings';

export type StepKind = Work['kind'];

/** A kind of step as the palette offers it and the panel names it. */
export interface KindWords {
  label: string;
  /** What a new one is called. */
  newName: string;
  /** What it is for, in a sentence. */
  purpose: string;
  Picture: LucideIcon;
}

export const kinds: Record<StepKind, KindWords> = {
  referrals: {
    label: 'Referrals',
    newName: 'Referrals',
    purpose: 'Where people come from: so many a week.',
    Picture: UserPlus,
  },
  split: {
    label: 'Split',
    newName: 'Split',
    purpose: 'People are sent on by shares, at once and without any work.',
    Picture: Split,
  },
  contacts: {
    label: 'Contacts',
    newName: 'Contact',
    purpose: 'Staff see people one at a time: triage, an assessment, a block of treatment.',
    Picture: Stethoscope,
  },
  group: {
    label: 'Group',
    newName: 'Group',
    purpose: 'Several people together, in a programme of sessions: a workshop, a class.',
    Picture: UsersRound,
  },
  places: {
    label: 'Places',
    newName: 'Places',
    purpose: 'Beds, slots or seats that people hold until they leave.',
    Picture: BedDouble,
  },
  delay: {
    label: 'Delay',
    newName: 'Delay',
    purpose: 'Time that passes without any work: weeks to practise, a letter on its way.',
    Picture: Hourglass,
  },
  universalOffer: {
    label: 'Universal offer',
    newName: 'Universal offer',
    purpose: 'Work for everybody, referred or not: a website, an advice line, training of schools.',
    Picture: Megaphone,
  },
  outcome: {
    label: 'Outcome',
    newName: 'Completed',
    purpose: 'Where people leave: completed, signposted, withdrawn.',
    Picture: CircleCheck,
  },
};

/** In the order of the palette. */
export const kindOrder: readonly StepKind[] = [
  'referrals',
  'split',
  'contacts',
  'group',
  'places',
  'delay',
  'universalOffer',
  'outcome',
];
