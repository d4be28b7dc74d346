import { FileDown } from 'lucide-react';
import type { CaseFormat, CaseRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { Help } from '@/shared/components/help';
import { Panel } from '@/shared/components/panel';
import { Progress } from '@/shared/components/progress';
import { notify, showError } from '@/shared/notices/notices';
import styles from './business-case-screen.module.css';
import { caseExports } from './case-questions';
import { useCaseView } from './case-view';
import { formats } from './case-words';
import { progressWords, stageWords } from './progress-words';

/** Writes the case into a file of every kind. */
export function ExportPanel({ request }: { request: CaseRequest | null }) {
  const { isUnderWay, isStopping, progress, asked } = caseExports.use();
  const template = useCaseView((view) => view.template);
  const under = formats.find(({ id }) => id === asked?.format)?.label ?? '';
  return (
    <Panel title="Export" subtitle="You choose the place; nothing leaves this computer." actions={<AboutFormats />}>
      <div className={styles.form}>
        <div className={styles.formats}>
          {formats.map(({ id, label }) => (
            <Button
              key={id}
              size="small"
              icon={<FileDown />}
              isDisabled={request === null || isUnderWay}
              aria-label={`Export as ${label}`}
              onPress={() => request && void exportAs(id, request)}
            >
              {label}
            </Button>
          ))}
        </div>
        {isUnderWay && (
          <Progress
            label={progress ? stageWords(progress) : `Writing: ${under}`}
            share={progress ? progress.finished / Math.max(progress.needed, 1) : null}
            {...(progress ? { words: progressWords(progress) } : {})}
            onCancel={caseExports.stop}
            cancelLabel={isStopping ? 'Stopping' : 'Stop'}
          />
        )}
        <div className={styles.template}>
          <p>
            Word look: <strong>{template ?? 'Pathloom’s own'}</strong>
          </p>
          <div className={styles.buttons}>
            <Button size="small" onPress={() => void pickTemplate()}>
              House template…
            </Button>
            {template !== null && (
              <Button size="small" variant="quiet" onPress={() => void forgetTemplate()}>
                None
              </Button>
            )}
          </div>
        </div>
      </div>
    </Panel>
  );
}

/** What each format is for. */
function AboutFormats() {
  return (
    <Help about="the formats">
      <dl className={styles.about}>
        {formats.map(({ id, label, description }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{description}.</dd>
          </div>
        ))}
      </dl>
    </Help>
  );
}

async function exportAs(format: CaseFormat, request: CaseRequest): Promise<void> {
  await caseExports.ask({ case: request, format });
  const { ending, answer } = caseExports.use.getState();
  if (ending !== 'finished' || !answer) return;
  notify({ tone: 'success', title: `${answer.formatWords} saved`, detail: answer.path });
}

async function pickTemplate(): Promise<void> {
  try {
    const name = await client().caseTemplatePick();
    if (name !== null) useCaseView.setState({ template: name });
  } catch (error) {
    showError(error);
  }
}

async function forgetTemplate(): Promise<void> {
  try {
    await client().caseTemplateForget();
    useCaseView.setState({ template: null });
  } catch (error) {
    showError(error);
  }
}
