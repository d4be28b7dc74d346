import { useMemo } from 'react';
import type { BandColumns, Project, VacanciesAnswer } from '@/ipc/bindings';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import { bandTable } from '@/shared/charts/band-chart/band-table';
import { useFigureName } from '../compare/compare-view';
import { DifferenceFigure } from '../compare/difference-figure';
import { FiguresPanel } from '../compare/figures-panel';
import type { Shown } from '../compare/shown';
import { bandSeries } from '../data/figures';
import type { OptionOutcome } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { ResultFigure } from '../parts/result-figure';
import styles from './vacancies.module.css';
import { vacancyQuestions } from './vacancies-question';
import { courseTitle, vacancyFinding } from './vacancies-words';

/** An answer with what its parts need to be shown. */
export interface ShownAnswer {
  answer: VacanciesAnswer;
  /** Every post filled is the base, as in any comparison. */
  comparison: Shown;
}

/** The latest answer about an option, if there is one. */
export function useShownAnswer(project: Project, option: OptionOutcome | null): ShownAnswer | null {
  const { answer, answered } = vacancyQuestions.use();
  return useMemo(() => {
    if (!option || !answer || answered?.request.optionId !== option.id) return null;
    const { comparison, run } = answer;
    // The colour that it would have as an option of its own: the next one of the document.
    const filled = { id: 'filled', name: 'Every post filled', colourIndex: project.options.length };
    const shown: Shown = {
      answer: { comparison, growth: [], runs: [run] },
      options: [filled, option],
      base: filled,
      isStale: option.state !== 'current' || answered.request.runKey !== option.run?.key,
      startDate: project.startDate,
    };
    return { answer, comparison: shown };
  }, [answer, answered, option, project]);
}

/** What every post filled would change: a sentence, and both courses. */
export function VacanciesCourses({ project, shown }: { project: Project; shown: ShownAnswer }) {
  const { answer, comparison } = shown;
  return (
    <>
      <p className={styles.finding}>{vacancyFinding(answer)}.</p>
      <div className={styles.courses}>
        <CourseFigure
          name="longest wait"
          unit="weeks"
          courses={answer.longestWait}
          {...{ project }}
          shown={comparison}
        />
        <CourseFigure
          name="waiting list"
          unit="people"
          courses={answer.waitingList}
          {...{ project }}
          shown={comparison}
        />
      </div>
    </>
  );
}

/** Every figure with its interval, one of them drawn. */
export function VacanciesFigures({ shown }: { shown: Shown }) {
  const { figures } = shown.answer.comparison;
  const name = useFigureName();
  const figure = figures.find((one) => one.name === name) ?? figures[0];
  return (
    <>
      {figure && <DifferenceFigure shown={shown} figure={figure} />}
      <FiguresPanel shown={shown} />
    </>
  );
}

interface CourseFigureProps {
  project: Project;
  shown: Shown;
  name: string;
  unit: 'weeks' | 'people';
  /** With every post filled, then as it is. */
  courses: readonly BandColumns[];
}

/** How a measure moves week by week, over the outline of every post filled. */
function CourseFigure({ project, shown, name, unit, courses }: CourseFigureProps) {
  const { startDate, options, answer, isStale } = shown;
  const series = useMemo(
    () =>
      options.flatMap((option, at) => {
        const bands = courses[at];
        return bands ? [{ ...bandSeries(option, bands), isGhost: at === 0 }] : [];
      }),
    [options, courses],
  );
  return (
    <ResultFigure
      title={courseTitle(name, unit, answer.comparison.week, courses)}
      subtitle={`At the end of each week, ${unit}. Line: the median. Bands: half, and 9 in 10, of the simulated futures. Dashed: every post filled.`}
      source={sourceOf(
        project,
        answer.runs.map((run) => ({ run })),
      )}
      fileName={`vacancies-${name.replace(' ', '-')}`}
      headingLevel={3}
      table={() => bandTable({ measure: name, series, startDate, unit })}
    >
      <BandChart measure={name} series={series} startDate={startDate} unit={unit} height={220} stale={isStale} />
    </ResultFigure>
  );
}
