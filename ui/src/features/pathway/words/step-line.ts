import { likelyOf } from '@/document/estimate';
import { headlineField, parameterOf } from '@/document/fields/distribution-kinds';
import type { Contacts, Count, Delay, Distribution, Group, Places, Step, StepFlow } from '@/ipc/bindings';
import { formatCount, formatNumber, formatSensible } from '@/shared/format/numbers';
import { formatMinutes, formatPeople, formatPerWeek } from '@/shared/format/quantities';

/** What a step is in one plain line: `90 min, oldest referral first`, `4 a week, 8 seats`, `23 a week`. */
export function stepLine({ name, work }: Step, flow: StepFlow | null): string {
  switch (work.kind) {
    case 'referrals':
      return `${formatPerWeek(likelyOf(work.perWeek))}${work.pattern.kind === 'history' ? ', as they came' : ''}`;
    case 'split':
      return 'Sent on by shares';
    case 'contacts':
      return contactsLine(work);
    case 'group':
      return groupLine(work);
    case 'places':
      return placesLine(work);
    case 'delay':
      return delayLine(work);
    case 'universalOffer':
      return offerLine(Object.values(work.hoursPerWeek).map(likelyOf));
    case 'outcome':
      return flow ? formatPerWeek(flow.peoplePerWeek) : wordsBeside(name, outcomeLabels[work.countsAs].label);
  }
}

/** Words under a name, unless they are the name over again. */
const wordsBeside = (name: string, words: string) => (words === name ? '' : words);

/** What else there is to say of a step where there is room: who waits there now, or how many come. */
export function secondLine({ work }: Step, flow: StepFlow): string | null {
  if (flow.listAtStartPeople > 0) return `${formatPeople(flow.listAtStartPeople)} waiting at the start`;
  return work.kind === 'delay' || work.kind === 'split' ? `${formatPerWeek(flow.peoplePerWeek)} arrive` : null;
}

export const outcomeLabels = {
  completed: { label: 'Completed', description: 'Finished as intended' },
  signposted: { label: 'Signposted', description: 'Helped by advice or another service' },
  removed: { label: 'Removed', description: 'Left without what they came for' },
  escalatedOut: { label: 'Passed on', description: 'To a service outside this pathway' },
  readmitted: { label: 'Readmitted', description: 'Back in hospital or back on another caseload' },
} as const;

function contactsLine(work: Contacts): string {
  const each = middleOf(work.faceToFaceMinutes);
  const minutes = each === null ? null : each + likelyOf(work.adminMinutes) + likelyOf(work.travelMinutes);
  const long = minutes === null ? 'as counted' : formatMinutes(minutes);
  const several = countLine(work.contactsPerPerson);
  if (several) return `${several} × ${long}${everyWeeks(likelyOf(work.weeksBetween))}`;
  return `${long}, ${work.order.withinClass === 'referralDate' ? 'oldest referral first' : 'first come, first served'}`;
}

/** How many contacts, where it is not just one. */
function countLine(count: Count): string | null {
  switch (count.kind) {
    case 'fixed':
      return likelyOf(count.value) === 1 ? null : formatNumber(likelyOf(count.value), 1);
    case 'range':
      return `${formatNumber(likelyOf(count.low), 0)} to ${formatNumber(likelyOf(count.high), 0)}`;
    case 'geometric':
      return `about ${formatNumber(likelyOf(count.mean), 1)}`;
    case 'shares':
      return count.percents.length === 1 ? null : `1 to ${count.percents.length}`;
  }
}

function everyWeeks(weeks: number): string {
  if (weeks === 0) return '';
  return weeks === 1 ? ', weekly' : `, every ${formatNumber(weeks, 1)} weeks`;
}

function groupLine({ seats, schedule }: Group): string {
  const room = formatCount(likelyOf(seats), 'seat');
  if (schedule.kind === 'whenFull') return `Starts when full, ${room}`;
  const weeks = likelyOf(schedule.everyWeeks);
  if (weeks <= 0) return room;
  const often =
    weeks < 1
      ? `${formatSensible(1 / weeks)} a week`
      : weeks === 1
        ? 'One a week'
        : `One every ${formatNumber(weeks, 1)} weeks`;
  return `${often}, ${room}`;
}

function placesLine({ places, stayDays }: Places): string {
  const stay = middleOf(stayDays);
  const room = formatCount(likelyOf(places), 'place');
  return stay === null ? room : `${room}, ${formatNumber(stay, 1)} days each`;
}

function delayLine({ days }: Delay): string {
  const middle = middleOf(days);
  if (middle === null) return 'Differs from person to person';
  const about = days.kind === 'fixed' ? '' : 'About ';
  return middle >= 14 && middle % 7 === 0
    ? `${about}${formatNumber(middle / 7, 0)} weeks`
    : `${about}${formatCount(middle, 'day')}`;
}

function offerLine(hours: readonly number[]): string {
  return hours.length === 0
    ? 'For everybody'
    : `${formatSensible(hours.reduce((sum, one) => sum + one, 0))} staff hours a week`;
}

/** The figure that stands for a distribution, where one does. */
function middleOf(distribution: Distribution): number | null {
  const field = headlineField[distribution.kind];
  const figure = field ? parameterOf(distribution, field) : null;
  return figure === null ? null : likelyOf(figure);
}
