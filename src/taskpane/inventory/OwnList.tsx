import * as React from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { ADOPTABLE, type AdoptableTable } from '../../core/adoption/types';
import { readWorkbook } from '../../core/adoption/readWorkbook';
import { addRows } from '../../core/entry/addRows';
import { acceptedRows, type OwnList as List } from '../../core/entry/ownList';
import { message, type Message } from '../../core/message';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';
import { useWriter } from '../writing/useWriter';
import { Columns } from './Columns';
import { ChoiceField, TextArea, useFields } from './fields';
import { ListPreview } from './ListPreview';
import { sheetName } from './sheetName';
import { listOf, useOwnList, type OwnListControl } from './useOwnList';

const useStyles = makeStyles({
  actions: { display: 'flex', alignItems: 'center', gap: '8px', margin: '8px 0' },
  file: { display: 'none' },
});

interface OwnListProps {
  readonly known: Known;
  /** Leads to where a table of the workbook is adopted as it stands. */
  readonly onAdopt: () => void;
}

/** A list from elsewhere: pasted or from a file, judged at once, its sound lines added when the user says so. */
export function OwnList({ known, onAdopt }: OwnListProps) {
  const { snapshot } = known;
  const { say } = usePane();
  const controls = useControls();
  const sections = useSections();
  const fields = useFields();
  const own = useOwnList(known);
  const { state, list } = own;
  return (
    <>
      <p className={sections.note}>{say('inventory.own.note')}</p>
      <button type="button" className={controls.quiet} onClick={onAdopt}>
        {say('inventory.own.adopt')}
      </button>
      <div className={fields.fields}>
        <ChoiceField
          label={say('inventory.own.table')}
          value={state.table}
          options={tablesIn(snapshot).map((name) => ({ name, text: sheetName(snapshot, name, say) }))}
          onChange={own.setTable}
        />
      </div>
      <Sources own={own} />
      {list && !list.ok && <Unreadable why={list.message} isOver={state.added.size > 0} />}
      {list?.ok && (
        <>
          <Columns list={list.value} onPlace={own.place} />
          <ListPreview list={list.value} />
          <Insertion own={own} list={list.value} snapshot={snapshot} />
        </>
      )}
    </>
  );
}

/** No lines are left where all of them were added: that is no fault. */
function Unreadable({ why, isOver }: { readonly why: Message; readonly isOver: boolean }) {
  const { say } = usePane();
  if (isOver && why.code === 'adoption.no-rows') return <p role="status">{say('inventory.own.all-added')}</p>;
  return <p role="alert">{say(why)}</p>;
}

const tablesIn = ({ tables }: WorkbookSnapshot): readonly AdoptableTable[] =>
  ADOPTABLE.filter((name) => tables.some((table) => table.name.toLowerCase() === name.toLowerCase()));

function Sources({ own: { state, setText, readFile } }: { readonly own: OwnListControl }) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const file = React.useRef<HTMLInputElement>(null);
  const choose = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? [];
    if (chosen) void readFile(chosen);
    target.value = '';
  };
  return (
    <>
      <div className={styles.actions}>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          className={styles.file}
          aria-label={say('inventory.own.file')}
          onChange={choose}
        />
        <Button onClick={() => file.current?.click()}>{say('inventory.own.file')}</Button>
        {state.text !== '' && (
          <button type="button" className={controls.quiet} onClick={() => setText('')}>
            {say('inventory.own.clear')}
          </button>
        )}
      </div>
      <TextArea label={say('inventory.own.paste')} value={state.text} onChange={setText} />
    </>
  );
}

interface InsertionProps {
  readonly own: OwnListControl;
  readonly list: List;
  readonly snapshot: WorkbookSnapshot;
}

function Insertion({ own, list, snapshot }: InsertionProps) {
  const { say } = usePane();
  const { write, busy } = useWriter();
  const { state } = own;
  const count = list.lines.filter(({ accepted }) => accepted).length;
  const insert = async () => {
    let added: ReadonlyMap<number, string> = new Map();
    const written = await write(
      (now) => {
        const reading = readWorkbook(now);
        const fresh = listOf(now, reading.case, state);
        if (!fresh.ok) return fresh;
        const lines = fresh.value.lines.filter(({ accepted }) => accepted);
        const rows = addRows(now, state.table, acceptedRows(fresh.value), reading);
        if (!rows.ok) return rows;
        added = new Map(lines.map(({ line }, index) => [line, rows.value.rows[index]!.id]));
        return { ok: true, value: rows.value.edits };
      },
      () => message('inventory.own.inserted', { sheet: sheetName(snapshot, state.table, say), count: added.size }),
    );
    if (written) own.addedLines(added);
  };
  return (
    <Button appearance="primary" disabled={count === 0} disabledFocusable={busy} onClick={() => void insert()}>
      {say(message('inventory.own.insert', { count }))}
    </Button>
  );
}
