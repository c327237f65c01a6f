import { makeStyles, tokens } from '@fluentui/react-components';
import type { OwnList } from '../../core/entry/ownList';
import { message } from '../../core/message';
import { tableSpec } from '../../core/template/tables';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { ChoiceField } from './fields';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px', padding: '2px 0' },
  header: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase200 },
});

const NOT_READ = '';

interface ColumnsProps {
  readonly list: OwnList;
  readonly onPlace: (column: number, key: string | null) => void;
}

/** Which column is read as what; each can be put right by hand. */
export function Columns({ list: { table, proposal }, onPlace }: ColumnsProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const keyName = (key: string) => say(`template.columns.${table}.${key}`);
  const keys = tableSpec(table)!.columns.filter(({ formulaKind }) => formulaKind !== 'computed');
  const options = [
    { name: NOT_READ, text: say('inventory.own.not-read') },
    ...keys.map(({ key }) => ({ name: key, text: keyName(key) })),
  ];
  const { columns, constants } = proposal.adoption;
  const keyOf = (header: string, nth: number) =>
    columns.find((column) => column.header === header && column.nth === nth)?.key ?? NOT_READ;
  const stated = Object.entries(constants).map(([key, value]) =>
    message('inventory.own.constant', { header: keyName(key), value }),
  );
  return (
    <>
      <h3 className={sections.subtitle}>{say('inventory.own.columns')}</h3>
      {proposal.columns.map(({ column, header }, index) => {
        const name = header === '' ? say(message('inventory.own.no-header', { number: column + 1 })) : header;
        const nth = proposal.columns.slice(0, index).filter((other) => other.header === header).length;
        return (
          <div key={column} className={styles.row}>
            <span className={styles.header} aria-hidden="true">
              {name}
            </span>
            <ChoiceField
              label={name}
              isLabelHidden
              value={keyOf(header, nth)}
              options={options}
              onChange={(key) => onPlace(column, key === NOT_READ ? null : key)}
            />
          </div>
        );
      })}
      {stated.length > 0 && (
        <p className={sections.note}>{say(message('inventory.own.constants', { list: stated }))}</p>
      )}
    </>
  );
}
