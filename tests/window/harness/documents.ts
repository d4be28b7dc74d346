/** A pathway of many steps, in rows like text: referrals, contacts with one role, delays, an outcome at the end. */
export function longPathway(steps: number): string {
  const perRow = Math.ceil(Math.sqrt(steps * 1.6));
  const kindOf = (at: number) => {
    if (at === 0) return { kind: 'referrals', perWeek: 5 };
    if (at === steps - 1) return { kind: 'outcome', countsAs: 'completed' };
    if (at % 5 === 4) return { kind: 'delay', days: { kind: 'fixed', value: 7 } };
    return {
      kind: 'contacts',
      staff: [{ anyOf: [{ role: 'therapist' }] }],
      faceToFaceMinutes: { kind: 'exponential', mean: 30 },
      adminMinutes: 10,
    };
  };
  const all = Array.from({ length: steps }, (_, at) => ({
    id: `step-${at}`,
    name: `Step ${at}`,
    position: { x: (at % perRow) * 260, y: Math.floor(at / perRow) * 140 },
    work: kindOf(at),
  }));
  const links = all.slice(1).map(({ id }, at) => ({ id: `link-${at}`, from: `step-${at}`, to: id }));
  return JSON.stringify({
    formatVersion: 1,
    name: `A pathway of ${steps} steps`,
    startDate: '2026-01-05',
    horizonWeeks: 26,
    groups: [{ id: 'everyone', name: 'Everyone' }],
    roles: [{ id: 'therapist', name: 'Therapist' }],
    designs: [{ id: 'as-it-is', name: 'As it is', steps: all, links }],
    mixes: [{ id: 'now', name: 'Staff now', posts: [{ role: 'therapist', wte: steps / 8 }] }],
    options: [{ id: 'as-it-is', name: 'As it is', design: 'as-it-is', mix: 'now' }],
  });
}
