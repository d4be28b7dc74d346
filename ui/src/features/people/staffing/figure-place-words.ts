import type { Project, ServiceOption } from '@/ipc/bindings';

/**
 * A figure that an option changes, in words: `design/steps/workshop/work/schedule/everyWeeks` is "Workshop, schedule
 * every weeks". Elements are called by their names, fields by what they are called in the document.
 */
export function figurePlaceWords(figure: string, project: Project, option: ServiceOption): string {
  const [list, ...rest] = figure.split('/');
  const design = project.designs.find(({ id }) => id === option.design);
  const named = { steps: design?.steps, roles: project.roles, groups: project.groups, calendars: project.calendars };
  if (list === 'design' && rest[0] === 'steps') return phrase(nameIn(named.steps, rest[1]), rest.slice(2));
  if (list === 'design' && rest[0] === 'links') return phrase(linkWords(project, option, rest[1]), rest.slice(2));
  if (list === 'mix' && rest[0] === 'posts') return phrase(nameIn(named.roles, rest[1]), rest.slice(2));
  if (list === 'targets') return phrase(nameIn(project.targets, rest[0]), rest.slice(1));
  if (list === 'roles' || list === 'groups' || list === 'calendars') {
    return phrase(nameIn(named[list], rest[0]), rest.slice(1));
  }
  return phrase('', figure.split('/'));
}

function linkWords(project: Project, option: ServiceOption, linkId: string | undefined): string {
  const design = project.designs.find(({ id }) => id === option.design);
  const link = design?.links.find(({ id }) => id === linkId);
  if (!link) return linkId ?? '';
  return `${nameIn(design?.steps, link.from)} to ${nameIn(design?.steps, link.to)}`;
}

function nameIn(list: readonly { id: string; name: string }[] | undefined, id: string | undefined): string {
  return list?.find((element) => element.id === id)?.name ?? id ?? '';
}

/** Words that only say where in the document something is kept. */
const silent = new Set(['work', 'cause', 'value']);

function phrase(name: string, fields: readonly string[]): string {
  const words = fields
    .filter((field) => !silent.has(field))
    .map((field) => (field === 'wte' ? 'WTE' : field.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`)));
  return [name, words.join(' ')].filter(Boolean).join(', ');
}
