import * as React from 'react';
import { sheetMap, type SheetMap } from '../../../core/review/formulas/sheetMap';
import type { CellRef } from '../../../core/workbook/cell';
import { ChoiceField } from '../../inventory/fields';
import { usePane } from '../../paneContext';
import { useSections } from '../../styles';
import { bookOf } from '../bookOf';
import { useReviewing } from '../reviewContext';
import type { Found } from '../run';
import { Legend, Places } from './Legend';
import { Picture } from './Picture';

/** A small picture of a sheet by what its cells are. The workbook itself is left as it is: nothing is filled, nothing has to be undone. */
export function MapPage() {
  const { say } = usePane();
  const sections = useSections();
  const { last } = useReviewing().review;
  const [chosen, setChosen] = React.useState<string | null>(null);
  const sheets = last?.snapshot.sheets.filter(({ cellCount }) => cellCount > 0).map(({ name }) => name) ?? [];
  const name = chosen !== null && sheets.includes(chosen) ? chosen : sheets[0];
  const map = React.useMemo(() => (last && name !== undefined ? mapOf(last, name) : null), [last, name]);
  if (!last) return <p className={sections.section}>{say('reviewer.checking')}</p>;
  if (!map || name === undefined) return <p className={sections.section}>{say('reviewer.map.empty')}</p>;
  return (
    <>
      <div className={sections.section}>
        <ChoiceField
          label={say('reviewer.map.sheet')}
          value={name}
          onChange={setChosen}
          options={sheets.map((sheet) => ({ name: sheet, text: sheet }))}
        />
        <p className={sections.note}>{say('reviewer.map.note')}</p>
        <Picture map={map} />
        <Legend map={map} />
      </div>
      <Places map={map} />
    </>
  );
}

/** Checks that find a number where a formula belongs. */
const CONSTANTS: ReadonlySet<string> = new Set([
  'typed-over-formula',
  'number-among-formulas',
  'number-among-totals',
  'repeated-number',
  'template-formula',
]);

function mapOf({ snapshot, formulas, review }: Found, name: string): SheetMap {
  const sheet = bookOf(snapshot).sheet(name)!;
  const isTyped = ({ row, column }: CellRef) => sheet.at(row, column)?.formula === null;
  const constants = formulas.findings.filter((one) => one.sheet === name && CONSTANTS.has(one.check) && isTyped(one));
  const findings = review.findings.flatMap(({ severity, cells }) =>
    severity === 'info' ? [] : cells.filter((cell) => cell.sheet === name),
  );
  return sheetMap(sheet, constants, findings);
}
