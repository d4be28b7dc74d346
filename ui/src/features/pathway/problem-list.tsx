import { ChevronDown, ChevronUp, CircleAlert, CircleCheck, CircleDot, TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useAssessment } from '@/document/assessment';
import { goToPeople } from '@/document/wanted-place';
import type { Design } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { formatCount } from '@/shared/format/numbers';
import { askForField } from './panel/focus-panel';
import styles from './problem-list.module.css';
import { type Finding, findingsOf } from './problems';

const marks = {
  error: { Mark: CircleAlert, word: 'Problem' },
  over: { Mark: TriangleAlert, word: 'More work than time' },
  warning: { Mark: TriangleAlert, word: 'Look at this' },
  tight: { Mark: CircleDot, word: 'Nearly full' },
} as const;

/** Below the pathway: what to look at. Choosing one selects its step and goes to the field that is wrong. */
export function ProblemList({ design, onChoose }: { design: Design; onChoose: (stepId: string) => void }) {
  const assessment = useAssessment((assessed) => assessed.assessment);
  const findings = useMemo(() => findingsOf(assessment, design), [assessment, design]);
  const [isOpen, setIsOpen] = useState(false);
  const isLong = findings.length > 1;
  const choose = (finding: Finding) => {
    if (finding.stepId) onChoose(finding.stepId);
    goToFinding(finding, design);
  };
  return (
    <section className={styles.bar} aria-label="What to look at">
      <div className={styles.head}>
        {findings.length === 0 ? (
          <span className={styles.fine}>
            {assessment && design.steps.length > 0 && <CircleCheck aria-hidden="true" />}
            {design.steps.length === 0 ? 'Nothing drawn yet' : assessment ? 'Nothing to look at' : 'Looking…'}
          </span>
        ) : (
          <strong className={styles.count}>{findings.length} to look at</strong>
        )}
        {!isOpen &&
          findings.slice(0, 2).map((finding) => <Entry key={finding.key} finding={finding} onChoose={choose} />)}
        <span className={styles.spring} />
        {isLong && (
          <Button
            size="small"
            variant="quiet"
            aria-expanded={isOpen}
            trailing={isOpen ? <ChevronDown /> : <ChevronUp />}
            onPress={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Fewer' : 'All'}
          </Button>
        )}
        <span className={styles.size}>
          {formatCount(design.steps.length, 'step')}, {formatCount(design.links.length, 'link')}
        </span>
      </div>
      {isOpen && isLong && (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <li key={finding.key}>
              <Entry finding={finding} onChoose={choose} isWhole />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface EntryProps {
  finding: Finding;
  onChoose: (finding: Finding) => void;
  /** With what to do about it. */
  isWhole?: boolean;
}

function Entry({ finding, onChoose, isWhole = false }: EntryProps) {
  const { Mark, word } = marks[finding.tone];
  return (
    <button
      type="button"
      className={styles.entry}
      data-tone={finding.tone}
      data-whole={isWhole || undefined}
      onClick={() => onChoose(finding)}
    >
      <Mark role="img" aria-label={word} />
      <span className={styles.words}>
        {finding.subject && <strong>{finding.subject} </strong>}
        {finding.words}
        {isWhole && finding.hint && <span className={styles.hint}>. {finding.hint}</span>}
      </span>
    </button>
  );
}

/** Where a problem is put right: here, or on the screen that has its part of the document. */
function goToFinding({ stepId, path }: Finding, design: Design): void {
  if (!stepId && path && /^(roles|mixes|groups|calendars|options|economics)\b/.test(path)) {
    goToPeople(path);
    return;
  }
  const linkId = path?.startsWith(`designs/${design.id}/links/`) ? path.split('/')[3] : undefined;
  askForField(linkId || !stepId ? [] : [stepId], linkId ? [linkId] : [], path ?? '');
}
