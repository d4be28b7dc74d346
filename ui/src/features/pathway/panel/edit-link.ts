import type { Draft } from 'immer';
import type { Link } from '@/ipc/bindings';
import { editDesign } from '../pathway-commands';

/** Changes one link of the shown design. */
export function editLink(linkId: string, label: string, recipe: (link: Draft<Link>) => void, field: string): void {
  const change = (links: Draft<Link>[]) => {
    const link = links.find(({ id }) => id === linkId);
    if (link) recipe(link);
  };
  editDesign(label, (design) => change(design.links), `link:${linkId}:${field}`);
}
