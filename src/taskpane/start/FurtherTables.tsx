import * as React from 'react';
import { OPTIONAL_TABLES } from '../../core/template/optionalTables';
import { usePane } from '../paneContext';
import { Checks, useFields } from './Field';

interface FurtherTablesProps {
  /** Names of tables; those that are none are left out. */
  readonly chosen: readonly string[];
  readonly onChoose: (tables: readonly string[]) => void;
}

/** Tables that not every application needs, out of sight until asked for. */
export function FurtherTables({ chosen, onChoose }: FurtherTablesProps) {
  const { say } = usePane();
  const fields = useFields();
  const known = chosen.filter((name) => OPTIONAL_TABLES.some((table) => table.name === name));
  const [openAtFirst] = React.useState(known.length > 0);
  const title = say('start.new.tables');
  return (
    <details open={openAtFirst}>
      <summary className={fields.summary}>{title}</summary>
      <Checks
        legend={title}
        options={OPTIONAL_TABLES.map(({ name, sheet }) => ({
          name,
          text: say(`template.sheets.${sheet}`),
          hint: say(`start.tables.${name}`),
        }))}
        chosen={known}
        onChoose={onChoose}
      />
    </details>
  );
}
