import { create } from 'zustand';
import { useDocument } from '@/document/document';

/** What is compared, for each project: it belongs to this sitting. */
interface CompareView {
  /** Id of the option that the others are held against; the first of the document where none was chosen. */
  bases: Readonly<Record<string, string>>;
  /** Name of the figure whose differences are drawn. */
  figures: Readonly<Record<string, string>>;
}

export const useCompareView = create<CompareView>(() => ({ bases: {}, figures: {} }));

const usualFigure = 'longestWait';

export function useBaseId(): string | null {
  const id = useDocument((document) => document.id);
  const project = useDocument((document) => document.project);
  const chosen = useCompareView(({ bases }) => (id === null ? undefined : bases[id]));
  const options = project?.options ?? [];
  return (options.find((option) => option.id === chosen) ?? options[0])?.id ?? null;
}

export function chooseBase(optionId: string): void {
  const { id } = useDocument.getState();
  if (id !== null) useCompareView.setState(({ bases }) => ({ bases: { ...bases, [id]: optionId } }));
}

export function useFigureName(): string {
  const id = useDocument((document) => document.id);
  return useCompareView(({ figures }) => (id === null ? undefined : figures[id])) ?? usualFigure;
}

export function chooseFigure(name: string): void {
  const { id } = useDocument.getState();
  if (id !== null) useCompareView.setState(({ figures }) => ({ figures: { ...figures, [id]: name } }));
}
