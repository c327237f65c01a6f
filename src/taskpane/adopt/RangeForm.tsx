import * as React from 'react';
import { Button } from '@fluentui/react-components';
import type { AdoptableTable } from '../../core/adoption/types';
import { message } from '../../core/message';
import { parseRange } from '../../core/workbook/a1';
import type { RangeRef } from '../../core/workbook/cell';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { usePane } from '../paneContext';
import { Select, TextField, useFields } from '../start/Field';
import { useSections } from '../styles';
import { KindSelect } from './BlockList';

interface RangeFormProps {
  readonly snapshot: WorkbookSnapshot;
  readonly onChoose: (range: RangeRef, table: AdoptableTable) => void;
}

/** A range as one types it. */
export function RangeForm({ snapshot, onChoose }: RangeFormProps) {
  const { say } = usePane();
  const fields = useFields();
  const sections = useSections();
  const names = snapshot.sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);
  const [chosen, setSheet] = React.useState(names[0] ?? '');
  const [address, setAddress] = React.useState('');
  const [table, setTable] = React.useState<AdoptableTable>('KmcBaseline');
  const [isWrong, setWrong] = React.useState(false);
  const sheet = names.includes(chosen) ? chosen : (names[0] ?? '');
  const choose = (event: React.FormEvent) => {
    event.preventDefault();
    const range = parseRange(address.normalize('NFKC').replaceAll('$', '').trim().toUpperCase());
    setWrong(range === null);
    if (range) onChoose({ sheet, ...range }, table);
  };
  return (
    <form onSubmit={choose} noValidate>
      <Select
        label={say('start.adopt.sheet')}
        options={names.map((name) => ({ name, text: name }))}
        chosen={sheet}
        onChoose={setSheet}
      />
      <TextField label={say('start.adopt.address')} value={address} onChange={setAddress} />
      <div role="alert">
        {isWrong && <p className={sections.note}>{say(message('start.adopt.address-wrong', { text: address }))}</p>}
      </div>
      <KindSelect chosen={table} likely={[]} onChoose={setTable} />
      <div className={fields.actions}>
        <Button size="small" type="submit">
          {say('start.adopt.use-range')}
        </Button>
      </div>
    </form>
  );
}
