import * as React from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { addRows, type AddedRows } from '../../core/entry/addRows';
import { message } from '../../core/message';
import type { TableName } from '../../core/template/types';
import { usePane } from '../paneContext';
import { useWriter } from '../writing/useWriter';
import { TextField } from './fields';

const useStyles = makeStyles({ line: { display: 'flex', alignItems: 'flex-end', gap: '8px', maxWidth: '240px' } });

/** More at once would rather be a list that is brought along. */
const MOST = 500;

/** Rows with their ids and formulas, for the user to fill in on the sheet. */
export function AddRows({ table, name }: { readonly table: TableName; readonly name: string }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const { write, busy } = useWriter();
  const [text, setText] = React.useState('1');
  const count = /^\d{1,3}$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC')) : 0;
  const isPossible = count >= 1 && count <= MOST;

  const add = async () => {
    let added: AddedRows | null = null;
    const written = await write(
      (now) => {
        const rows = addRows(
          now,
          table,
          Array.from({ length: count }, () => ({})),
        );
        if (!rows.ok) return rows;
        added = rows.value;
        return { ok: true, value: rows.value.edits };
      },
      () => message('inventory.add.done', { sheet: name, count, first: added!.rows[0]!.id }),
    );
    if (written && added) reveal((added as AddedRows).first);
  };

  return (
    <div className={styles.line}>
      <TextField label={say('inventory.add.count')} value={text} onChange={setText} inputMode="numeric" />
      <Button onClick={() => void add()} disabled={!isPossible} disabledFocusable={busy}>
        {say('inventory.add.rows')}
      </Button>
    </div>
  );
}
