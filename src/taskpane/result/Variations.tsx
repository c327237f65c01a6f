import type { Result } from '../../core/calculation/types';
import type { Variation, VariationChange } from '../../core/calculation/variations';
import { message } from '../../core/message';
import { fieldSpec } from '../../core/template/fields';
import { reported, unrounded } from '../../locales/numbers';
import type { Translate } from '../../locales/translator';
import { ChartTable, type Row, type Shown } from '../charts/ChartTable';
import { published } from '../charts/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

/** The two numbers under the workbook's own named conditions, against the numbers as they are. */
export function Variations({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { assessment, variations } = known.outcome;
  if (variations.length === 0) return <p className={sections.note}>{say('pane.variations.none')}</p>;
  const { reductionPerUnit, avoided } = assessment;
  const unknown: Shown = { text: say('pane.origin.unknown') };
  const plain = ({ value, rounding }: Result): Shown => (value === null ? unknown : published(value, rounding));
  const compared = (base: Result, other: Result): Shown => {
    if (other.value === null || base.value === null || other.unit !== base.unit) return plain(other);
    const difference = other.value.minus(base.value);
    const below = `${difference.isPositive() && !difference.isZero() ? '+' : ''}${reported(difference, other.rounding)}`;
    return {
      text: reported(other.value, other.rounding),
      below,
      exact: unrounded(other.value),
    };
  };
  const changeText = (change: VariationChange) =>
    say(
      message('pane.variations.change', {
        what: changedName(say, known, change),
        from: change.from ?? say('pane.trace.blank'),
        to: change.to,
      }),
    );
  const rowOf = (variation: Variation): Row => ({
    key: variation.name,
    name: variation.name,
    notes: [...variation.changes.map(changeText), ...variation.reasons.map(say)],
    values: [compared(reductionPerUnit, variation.reductionPerUnit), compared(avoided, variation.avoided)],
  });
  return (
    <>
      <p className={sections.note}>{say('pane.variations.note')}</p>
      <ChartTable
        known={known}
        label={say('pane.variations.title')}
        head={[say('pane.variations.variation'), headOf('reduction', reductionPerUnit), headOf('avoided', avoided)]}
        rows={[
          {
            key: '',
            name: say('pane.variations.base'),
            values: [plain(reductionPerUnit), plain(avoided)],
            strong: true,
          },
          ...variations.map(rowOf),
        ]}
      />
    </>
  );

  function headOf(name: 'reduction' | 'avoided', { unit }: Result) {
    return (
      <>
        {say(`pane.number.${name}`)} <span className={sections.unit}>{unit}</span>
      </>
    );
  }
}

/** What a change changes, as the workbook calls it. */
function changedName(say: Translate, { outcome, snapshot }: Known, { table, row, column }: VariationChange): string {
  if (table === CASE_TABLE && fieldSpec(row)) return say(`template.fields.${row}`);
  const place = outcome.case.locations[table]?.columns[column];
  const found = snapshot.tables.find(({ name }) => name === table);
  const header = found && place !== undefined ? found.columns[place - found.range.left] : undefined;
  return `${row} · ${header ?? column}`;
}

const CASE_TABLE = 'KmcCase';
