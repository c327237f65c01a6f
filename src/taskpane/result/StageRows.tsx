import { makeStyles, tokens } from '@fluentui/react-components';
import type { StageResult } from '../../core/calculation/types';
import type { Axis } from '../charts/axis';
import { BarStrip } from '../charts/BarStrip';
import type { Known } from '../outcome/followWorkbook';
import { Opener } from '../Opener';
import { usePane } from '../paneContext';
import { Trace } from '../trace/Trace';
import { Amount } from './Amount';
import { isStated, SIDES, STAGE_COLUMNS } from './stageTotals';

const useStyles = makeStyles({
  group: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { padding: '4px 0 2px', textAlign: 'left', verticalAlign: 'middle', fontWeight: tokens.fontWeightRegular },
  plain: { display: 'block', paddingLeft: '16px' },
  bars: { padding: '4px 0 2px 6px' },
  nothing: { padding: '4px 0', textAlign: 'right', color: tokens.colorNeutralForeground3 },
  trace: { padding: 0 },
});

interface StageRowsProps {
  readonly known: Known;
  readonly row: StageResult;
  readonly axis: Axis;
  readonly share: string | null;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One stage: its name, its bars and its numbers; opened, also where its reduction comes from. */
export function StageRows({ known, row, axis, share, open, onToggle }: StageRowsProps) {
  const { say } = usePane();
  const styles = useStyles();
  const name = say(`choices.stage.${row.stage}`);
  const stated = isStated(row, 'reduction');
  return (
    <tbody className={styles.group}>
      <tr>
        <th scope="rowgroup" className={styles.name}>
          {stated ? (
            <Opener name={name} open={open} onToggle={onToggle} />
          ) : (
            <span className={styles.plain}>{name}</span>
          )}
        </th>
        <td colSpan={2} className={stated ? styles.bars : styles.nothing}>
          {stated ? <BarStrip bars={barsOf(row, axis)} marks={[axis.zero]} /> : `— ${say('pane.stages.not-stated')}`}
        </td>
      </tr>
      {stated && (
        <tr>
          {STAGE_COLUMNS.map((column) => (
            <Amount key={column} column={column} value={isStated(row, column) ? row[column] : null} share={share} />
          ))}
        </tr>
      )}
      {open && stated && (
        <tr>
          <td className={styles.trace} colSpan={STAGE_COLUMNS.length}>
            <Trace
              known={known}
              root={row.trace}
              what={`${name}: ${say('pane.stages.reduction')}`}
              onClose={onToggle}
            />
          </td>
        </tr>
      )}
    </tbody>
  );
}

const barsOf = (stage: StageResult, axis: Axis) =>
  SIDES.filter((side) => isStated(stage, side)).map((look) => ({ ...axis.bar(stage[look]), look }));
