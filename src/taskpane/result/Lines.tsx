import type { LineResult } from '../../core/calculation/types';
import { axisFromZero, type Axis } from '../charts/axis';
import { BarStrip, LookKey, type Look } from '../charts/BarStrip';
import { ChartTable, type Row } from '../charts/ChartTable';
import { step } from '../charts/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

const MOST = 8;
const LOOKS = { baseline: 'baseline', product: 'product', 'side-effect': 'more' } as const satisfies Record<
  string,
  Look
>;

/** What each line of the inventories emits, the largest first. */
export function Lines({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { lines } = known.outcome.assessment;
  if (lines.length === 0) return <p className={sections.note}>{say('pane.lines.none')}</p>;
  const sorted = [...lines].sort((a, b) => b.emission.allStages.abs().comparedTo(a.emission.allStages.abs()));
  const axis = axisFromZero(sorted.map(({ emission }) => emission.allStages));
  const sides = (['baseline', 'product', 'side-effect'] as const).filter((side) =>
    lines.some((line) => line.side === side),
  );
  return (
    <>
      <p className={sections.note}>{say('pane.stages.unit')}</p>
      <p className={sections.keys}>
        {sides.map((side) => (
          <span key={side}>
            <LookKey look={LOOKS[side]} />
            {say(`pane.lines.side.${side}`)}
          </span>
        ))}
      </p>
      <ChartTable
        known={known}
        label={say('pane.lines.title')}
        head={[say('pane.lines.line'), say('pane.lines.emission')]}
        rows={sorted.map((line) => rowOf(line, axis, noteOf(line)))}
        most={MOST}
      />
    </>
  );

  function noteOf({ side, stage, segment }: LineResult): string {
    return [say(`pane.lines.side.${side}`), say(`choices.stage.${stage}`), segment].filter(Boolean).join(' · ');
  }
}

function rowOf(line: LineResult, axis: Axis, note: string): Row {
  const { ref, process, side, emission, trace } = line;
  return {
    key: `${ref.table} ${ref.sheet} ${ref.row}`,
    name: process ? `${ref.id} ${process}` : ref.id,
    notes: [note],
    values: [step(emission.allStages)],
    trace,
    picture: <BarStrip bars={[{ ...axis.bar(emission.allStages), look: LOOKS[side] }]} marks={[axis.zero]} />,
  };
}
