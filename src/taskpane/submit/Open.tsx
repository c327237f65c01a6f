import type { Severity } from '../../core/case/types';
import { message } from '../../core/message';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';

interface OpenProps {
  readonly known: Known;
  readonly onReview: (only: Severity | null) => void;
}

/** Whether the package would be final or a draft, and the way to what makes it one. */
export function Open({ known: { outcome }, onReview }: OpenProps) {
  const { say } = usePane();
  const sections = useSections();
  const controls = useControls();
  const count = (severity: Severity) => outcome.problems.filter((problem) => problem.severity === severity).length;
  const blocks = count('block');
  const warns = count('warn');
  return (
    <>
      <p className={sections.note}>
        {say(blocks > 0 ? message('submit.open.draft', { count: blocks }) : 'submit.open.final')}
      </p>
      {warns > 0 && <p className={sections.note}>{say(message('submit.open.reasons', { count: warns }))}</p>}
      {blocks + warns > 0 && (
        <button type="button" className={controls.quiet} onClick={() => onReview(blocks > 0 ? 'block' : 'warn')}>
          {say('submit.open.review')}
        </button>
      )}
    </>
  );
}
