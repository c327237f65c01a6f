import type { FindingSeverity } from '../../core/review/finding';
import { openSeverity } from '../../core/review/review';
import { message } from '../../core/message';
import { usePane } from '../paneContext';
import { useReviewState } from '../review/reviewState';
import { useControls, useSections } from '../styles';
import { Waiting } from '../Waiting';

interface OpenProps {
  readonly onReview: (only: FindingSeverity | null) => void;
}

/** Whether the package would be final or a draft, and the way to what makes it one. */
export function Open({ onReview }: OpenProps) {
  const { say } = usePane();
  const sections = useSections();
  const controls = useControls();
  const { last, isCurrent, failure } = useReviewState();
  if (failure) return <p className={sections.note}>{say(failure)}</p>;
  if (!last || !isCurrent) return <Waiting />;
  const count = (severity: FindingSeverity) =>
    last.review.findings.filter((finding) => openSeverity(finding) === severity).length;
  const [blocks, unknowns, warns] = [count('block'), count('unknown'), count('warn')];
  return (
    <>
      <p className={sections.note}>
        {say(blocks > 0 ? message('submit.open.draft', { count: blocks }) : 'submit.open.final')}
      </p>
      {unknowns > 0 && <p className={sections.note}>{say(message('submit.open.undecided', { count: unknowns }))}</p>}
      {warns > 0 && <p className={sections.note}>{say(message('submit.open.reasons', { count: warns }))}</p>}
      {blocks + unknowns + warns > 0 && (
        <button type="button" className={controls.quiet} onClick={() => onReview(blocks > 0 ? 'block' : null)}>
          {say('submit.open.review')}
        </button>
      )}
    </>
  );
}
