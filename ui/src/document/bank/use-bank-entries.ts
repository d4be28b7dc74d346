import { useEffect, useState } from 'react';
import type { BankEntry, BankRequest, FittingPlace } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { showError } from '@/shared/notices/notices';
import { useDocument } from '../document';

/** The figures that are asked for; the ones before stay in sight until there are others. None before the first answer. */
export function useBankEntries({ words, place, band }: BankRequest): readonly BankEntry[] | null {
  const [entries, setEntries] = useState<readonly BankEntry[] | null>(null);
  useEffect(() => {
    let isAsked = true;
    client()
      .bankFind({ words, place, band })
      .then(
        (found) => isAsked && setEntries(found),
        (error: unknown) => isAsked && showError(error),
      );
    return () => {
      isAsked = false;
    };
  }, [words, place, band]);
  return entries;
}

/** The figures of the shown option that a figure of the bank may take the place of. None before they are known. */
export function useFittingPlaces(figureId: string, optionId: string | null): readonly FittingPlace[] | null {
  const id = useDocument((document) => document.id);
  const [places, setPlaces] = useState<{ of: string; found: readonly FittingPlace[] } | null>(null);
  useEffect(() => {
    if (id === null || optionId === null) return;
    let isAsked = true;
    client()
      .bankPlaces(id, optionId, figureId)
      .then(
        (found) => isAsked && setPlaces({ of: figureId, found }),
        (error: unknown) => isAsked && showError(error),
      );
    return () => {
      isAsked = false;
    };
  }, [id, optionId, figureId]);
  return places?.of === figureId ? places.found : null;
}
