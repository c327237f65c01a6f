import * as React from 'react';
import { message } from '../../core/message';
import type { Outcome } from '../../core/pipeline';
import { usePane } from '../paneContext';
import { CertifiedNumber } from './CertifiedNumber';

export type NumberName = 'reduction' | 'avoided';

interface NumbersProps {
  readonly outcome: Outcome;
  readonly outdated: boolean;
  readonly open: NumberName | null;
  readonly onToggle: (name: NumberName) => void;
}

/** The two certified numbers, always in sight. */
export function Numbers({ outcome: { assessment, case: source }, outdated, open, onToggle }: NumbersProps) {
  const { say } = usePane();
  const year = source.fields['fiscalYear']?.number;
  const sense = assessment.timeSense ? [say(`pane.sense.${assessment.timeSense}`)] : [];
  const period = year ? [say(message('pane.year', { year: year.toString() }))] : [];
  const shared = (name: NumberName) => ({
    label: say(`pane.number.${name}`),
    whenNegative: say(`pane.number.${name}-negative`),
    outdated,
    open: open === name,
    onToggle: () => onToggle(name),
  });
  return (
    <>
      <CertifiedNumber {...shared('reduction')} result={assessment.reductionPerUnit} sense={[]} />
      <CertifiedNumber {...shared('avoided')} result={assessment.avoided} sense={[...sense, ...period]} />
    </>
  );
}
