import type { Assessment, Severity } from '@/ipc/bindings';

const byStep = new WeakMap<Assessment, Map<string, Severity>>();

/** How bad the worst problem of a step is, its links among them; none when it has none. */
export function worstAt(assessment: Assessment | null, designId: string | undefined, stepId: string): Severity | null {
  if (!assessment || designId === undefined) return null;
  let worst = byStep.get(assessment);
  if (!worst) {
    worst = new Map();
    for (const { place, severity } of assessment.problems) {
      if (place.step === null) continue;
      const key = `${place.design}/${place.step}`;
      if (severity === 'error' || !worst.has(key)) worst.set(key, severity);
    }
    byStep.set(assessment, worst);
  }
  return worst.get(`${designId}/${stepId}`) ?? null;
}
