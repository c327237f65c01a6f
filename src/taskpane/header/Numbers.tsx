import { makeStyles } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { Outcome } from '../../core/outcome';
import { usePane } from '../paneContext';
import { CertifiedNumber } from './CertifiedNumber';
import { Reasons } from './Reasons';

export type NumberName = 'reduction' | 'avoided';

const useStyles = makeStyles({
  numbers: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' },
});

interface NumbersProps {
  readonly outcome: Outcome;
  readonly outdated: boolean;
  readonly open: NumberName | null;
  readonly onToggle: (name: NumberName) => void;
}

/** The two certified numbers, and why where there is none. */
export function Numbers({ outcome: { assessment, case: source }, outdated, open, onToggle }: NumbersProps) {
  const { say } = usePane();
  const styles = useStyles();
  const year = source.fields['fiscalYear']?.number;
  const sense = assessment.timeSense ? [say(`pane.sense.${assessment.timeSense}`)] : [];
  const period = year ? [say(message('pane.year', { year: year.toString() }))] : [];
  const whole = assessment.attribution === 'unallocated' ? [say('pane.number.unallocated')] : [];
  const shared = (name: NumberName) => ({
    label: say(`pane.number.${name}`),
    whenNegative: say(`pane.number.${name}-negative`),
    outdated,
    open: open === name,
    onToggle: () => onToggle(name),
  });
  return (
    <>
      <div className={styles.numbers}>
        <CertifiedNumber {...shared('reduction')} result={assessment.reductionPerUnit} sense={[]} />
        <CertifiedNumber {...shared('avoided')} result={assessment.avoided} sense={[...sense, ...period, ...whole]} />
      </div>
      <Reasons reasons={[...assessment.reductionPerUnit.reasons, ...assessment.avoided.reasons]} />
    </>
  );
}
