import { makeStyles, tokens } from '@fluentui/react-components';
import type { CaseField } from '../../core/case/types';
import { cellOf } from '../../core/case/cellOf';
import { sheetCellAddress } from '../../core/workbook/a1';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';

const useStyles = makeStyles({
  list: { margin: '6px 0 0' },
  row: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: { fontSize: tokens.fontSizeBase200 },
});

const KEYS = ['roundingMode', 'reductionUnit', 'reductionDigits', 'avoidedDigits'] as const;
const CHOICE_OF: Readonly<Record<string, string>> = { roundingMode: 'roundingMode', reductionUnit: 'emissionUnit' };

/** How the two numbers are rounded, each setting with the cell that says so. */
export function Rounding({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { fields } = known.outcome.case;
  return (
    <>
      <p className={sections.note}>{say('pane.rounding.note')}</p>
      <dl className={styles.list}>
        {KEYS.map((key) => (
          <div key={key} className={styles.row}>
            <dt className={styles.name}>{say(`template.fields.${key}`)}</dt>
            <dd className={styles.value}>
              <Stated known={known} field={fields[key]} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Stated({ known, field }: { readonly known: Known; readonly field: CaseField | undefined }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  if (!field) return <span>{say('pane.rounding.none')}</span>;
  const cell = cellOf(known.outcome.case.locations, field.ref, 'value');
  const choices = CHOICE_OF[field.key];
  return (
    <>
      <span>{field.number?.toFixed() ?? (choices ? say(`choices.${choices}.${field.text}`) : field.text)}</span>
      {cell && (
        <button type="button" className={`${controls.link} ${styles.cell}`} onClick={() => reveal(cell)}>
          {sheetCellAddress(cell)}
        </button>
      )}
    </>
  );
}
