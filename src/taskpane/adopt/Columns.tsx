import { columnSpec } from '../../core/adoption/columnSpec';
import { placeColumn } from '../../core/adoption/changeAdoption';
import { message } from '../../core/message';
import { columnName } from '../../core/workbook/a1';
import { usePane } from '../paneContext';
import { Select } from '../start/Field';
import { useControls, useSections } from '../styles';
import { draftColumns, freeKeys, goneHeaders, withoutKey, type DraftColumn } from './draft';
import type { PartProps } from './parts';
import { keyText } from './texts';

const NOT_READ = '';

/** Every column of the range with the key it is read as, and why. */
export function Columns({ snapshot, draft, change }: PartProps) {
  const { say } = usePane();
  const sections = useSections();
  const columns = draftColumns(snapshot, draft);
  const unplaced = columns.filter(({ key }) => key === null);
  return (
    <>
      <p className={sections.note}>{say('start.adopt.columns-what')}</p>
      <Gone snapshot={snapshot} draft={draft} change={change} />
      {columns.map((column) => (
        <Column key={column.column} {...{ snapshot, draft, change, columns, column }} />
      ))}
      {unplaced.length > 0 && (
        <p className={sections.note}>
          {say(
            message('start.adopt.unplaced', {
              headers: unplaced.map(({ column, header }) => header || columnName(column)),
            }),
          )}
        </p>
      )}
    </>
  );
}

interface ColumnProps extends PartProps {
  readonly columns: readonly DraftColumn[];
  readonly column: DraftColumn;
}

function Column({ columns, column, snapshot, draft, change }: ColumnProps) {
  const { say } = usePane();
  const sections = useSections();
  const { adoption } = draft;
  const reason = column.proposal?.reason;
  const nameOf = (key: string) => {
    const name = keyText(say, adoption.table, key);
    const isComputed = columnSpec(adoption.table, key).formulaKind === 'computed';
    return isComputed ? say(message('start.adopt.computed', { key: name })) : name;
  };
  const header = column.header === '' ? say('start.adopt.no-header') : column.header;
  return (
    <div>
      <Select
        label={say(message('start.adopt.column', { letter: columnName(column.column), header }))}
        options={[
          { name: NOT_READ, text: say('start.adopt.not-read') },
          ...freeKeys(draft, columns, column).map((key) => ({ name: key, text: nameOf(key) })),
        ]}
        chosen={column.key ?? NOT_READ}
        onChoose={(key) => change(placeColumn(snapshot, adoption, column.column, key === NOT_READ ? null : key))}
      />
      {reason && column.key !== null && <p className={sections.note}>{say(reason)}</p>}
    </div>
  );
}

function Gone({ snapshot, draft, change }: PartProps) {
  const { say } = usePane();
  const controls = useControls();
  const { adoption } = draft;
  return goneHeaders(snapshot, draft).map(({ header, key }) => (
    <p key={key}>
      {say(message('start.adopt.gone', { header, key: keyText(say, adoption.table, key) }))}{' '}
      <button type="button" className={controls.quiet} onClick={() => change(withoutKey(adoption, key))}>
        {say('start.adopt.forget')}
      </button>
    </p>
  ));
}
