import type { Project, ServiceOption } from '@/ipc/bindings';

/**
 * A figure that an option changes, in words: `design/steps/workshop/work/schedule/everyWeeks` is "Workshop: weeks from
 * one start to the next". Elements are called by their names.
 */
export function figurePlaceWords(figure: string, project: Project, option: ServiceOption): string {
  const [list, first, second, ...rest] = figure.split('/');
  const design = project.designs.find(({ id }) => id === option.design);
  if (list === 'design' && first === 'steps') return phrase(nameIn(design?.steps, second), rest);
  if (list === 'design' && first === 'links') {
    const link = design?.links.find(({ id }) => id === second);
    return phrase(`${nameIn(design?.steps, link?.from)} to ${nameIn(design?.steps, link?.to)}`, rest);
  }
  if (list === 'mix' && first === 'posts') return phrase(nameIn(project.roles, second), rest);
  if (list === 'economics') return moneyWords(project, first, second, rest);
  const fields = second === undefined ? rest : [second, ...rest];
  switch (list) {
    case 'roles':
    case 'groups':
    case 'calendars':
    case 'targets':
      return phrase(nameIn<{ id: string; name: string }>(project[list], first), fields);
    default:
      return figure;
  }
}

/** A price or a rate of the section on money: `Workshop rooms: paid every year`; `Money: discount rate`. */
function moneyWords(project: Project, first?: string, second?: string, rest: readonly string[] = []): string {
  const { costs, effects } = project.economics;
  if (first === 'costs') return phrase(nameIn(costs, second), rest);
  if (first === 'effects') return phrase(nameIn(effects, second), rest);
  const [last] = rest;
  if (second === 'milesPerWtePerWeek') return phrase(nameIn(project.roles, last), [second]);
  if (second === 'milesPerContact') {
    const steps = project.designs.flatMap((design) => design.steps);
    return phrase(nameIn(steps, last), [second]);
  }
  return phrase(
    'Money',
    [first, second].filter((field) => field !== undefined),
  );
}

/** The unit of a figure, which the name of its field holds. */
export function figureUnit(figure: string): string {
  const field = fieldsOf(figure.split('/')).at(-1) ?? '';
  const found = units.find(([part]) => field.toLowerCase().includes(part));
  return found ? found[1] : '';
}

const units: readonly (readonly [part: string, unit: string])[] = [
  ['percent', '%'],
  ['casemix', '%'],
  ['wte', ' WTE'],
  ['minutes', ' min'],
  ['days', ' days'],
  ['hours', ' hours'],
];

function nameIn<Element extends { id: string; name: string }>(
  list: readonly Element[] | undefined,
  id: string | undefined,
): string {
  return list?.find((element) => element.id === id)?.name ?? id ?? '';
}

/** Fields, without those that only say where in the document something is kept. */
const fieldsOf = (segments: readonly string[]) => segments.filter((field) => !silent.has(field));
const silent = new Set(['work', 'cause', 'value', 'order', 'schedule', 'likely']);

function phrase(name: string, segments: readonly string[]): string {
  const words = fieldsOf(segments).map((field) => fieldWords[field] ?? spaced(field));
  return [name, words.join(', ')].filter(Boolean).join(': ');
}

/** `adminMinutes` as "admin minutes". */
const spaced = (field: string) => field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);

/** Fields whose names in the document are not how people speak of them. */
const fieldWords: Record<string, string> = {
  wte: 'posts',
  percent: 'share',
  perWeek: 'referrals a week',
  growthPercentPerYear: 'growth a year',
  everyWeeks: 'weeks from one start to the next',
  firstAfterWeeks: 'weeks until the first start',
  faceToFaceMinutes: 'time with the person',
  adminMinutes: 'notes and reports',
  travelMinutes: 'travel',
  timePercent: 'time a role takes',
  contactsPerPerson: 'contacts for each person',
  weeksBetween: 'weeks between contacts',
  bookingNoticeDays: 'notice of a first contact',
  cancelledPercent: 'contacts cancelled',
  newPerWeek: 'first contacts a week',
  caseloadPerWte: 'caseload for each WTE',
  urgentPercent: 'first contacts kept for urgent people',
  longestWaitersPercent: 'first contacts kept for the longest waiters',
  risesAfterWeeks: 'weeks until the priority rises',
  listLimit: 'length at which the list closes',
  seats: 'seats',
  stayDays: 'length of stay',
  reachPercent: 'share of demand reached',
  preventsPercent: 'share of demand prevented',
  clinicalPercent: 'patient-related share of the hours',
  costPoundsPerYear: 'yearly cost of a post',
  vacantPercent: 'vacant posts',
  leaversPercentPerYear: 'leavers a year',
  poundsOnce: 'paid once',
  poundsPerYear: 'paid every year',
  poundsEach: 'price of one',
  amount: 'how many for each',
  discountPercent: 'discount rate',
  healthDiscountPercent: 'discount rate of health',
  poundsPerQualityAdjustedLifeYear: 'worth of a quality-adjusted life year',
  optimismBias: 'optimism bias',
  milesPerContact: 'miles for each contact',
  milesPerWtePerWeek: 'miles of one post a week',
};
