import * as React from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ADOPTABLE, type AdoptableTable, type FoundBlock } from '../../core/adoption/types';
import { message } from '../../core/message';
import { sheetRangeAddress } from '../../core/workbook/a1';
import type { RangeRef } from '../../core/workbook/cell';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { Select, useFields } from '../start/Field';
import { useControls } from '../styles';
import { tableText } from './texts';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
});

interface BlockListProps {
  readonly blocks: readonly FoundBlock[];
  readonly onChoose: (range: RangeRef, table: AdoptableTable) => void;
}

/** Tables found, each with what it most likely is. */
export function BlockList({ blocks, onChoose }: BlockListProps) {
  const styles = useStyles();
  const { first, hidden, showMore } = useFirst(blocks, blocks);
  return (
    <>
      <ul className={styles.list}>
        {first.map((block) => (
          <li key={sheetRangeAddress(block.range)} className={styles.item}>
            {block.transposed ? <Transposed block={block} /> : <Block block={block} onChoose={onChoose} />}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

function Transposed({ block: { title, range } }: { readonly block: FoundBlock }) {
  const { say } = usePane();
  return <>{say(message('start.adopt.block-transposed', { title, range: sheetRangeAddress(range) }))}</>;
}

function Block({ block, onChoose }: { readonly block: FoundBlock; readonly onChoose: BlockListProps['onChoose'] }) {
  const { say, reveal } = usePane();
  const controls = useControls();
  const fields = useFields();
  const { range, title, tables } = block;
  const [table, setTable] = React.useState<AdoptableTable>(tables[0] ?? 'KmcBaseline');
  const address = sheetRangeAddress(range);
  return (
    <>
      <button
        type="button"
        className={controls.link}
        onClick={() => reveal({ sheet: range.sheet, row: range.top, column: range.left })}
      >
        {say(message('start.adopt.block', { title, range: address }))}
      </button>
      <KindSelect chosen={table} likely={tables} onChoose={setTable} />
      <div className={fields.actions}>
        <Button
          size="small"
          aria-label={say(message('start.adopt.choose', { range: address }))}
          onClick={() => onChoose(range, table)}
        >
          {say('start.adopt.choose-short')}
        </Button>
      </div>
    </>
  );
}

interface KindSelectProps {
  readonly chosen: AdoptableTable;
  /** What the range looks like, most likely first. */
  readonly likely: readonly AdoptableTable[];
  readonly onChoose: (table: AdoptableTable) => void;
}

/** What the lines of a range are. */
export function KindSelect({ chosen, likely, onChoose }: KindSelectProps) {
  const { say } = usePane();
  const tables = [...new Set([...likely, ...ADOPTABLE])];
  return (
    <Select
      label={say('start.adopt.kind')}
      options={tables.map((name) => ({ name, text: tableText(say, name) }))}
      chosen={chosen}
      onChoose={(name) => onChoose(name as AdoptableTable)}
    />
  );
}
