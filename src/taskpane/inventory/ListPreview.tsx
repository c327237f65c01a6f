import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Problem } from '../../core/case/types';
import type { OwnLine, OwnList } from '../../core/entry/ownList';
import { message } from '../../core/message';
import { decimalOfDouble } from '../../core/quantity/decimal';
import { isCellError, type CellValue } from '../../core/workbook/cell';
import { grouped } from '../../locales/numbers';
import { Icon } from '../icons';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

const useStyles = makeStyles({
  scroll: { overflowX: 'auto', maxWidth: '100%', margin: '4px 0' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  head: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '2px 8px 2px 0', whiteSpace: 'nowrap' },
  cell: { padding: '2px 8px 2px 0', verticalAlign: 'top', maxWidth: '160px', overflowWrap: 'anywhere' },
  short: { whiteSpace: 'nowrap' },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  faulty: { textDecorationLine: 'underline', textDecorationStyle: 'wavy' },
  state: { display: 'inline-flex', gap: '4px', alignItems: 'center', whiteSpace: 'nowrap' },
  said: { padding: '0 0 4px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  block: { color: tokens.colorPaletteRedForeground1 },
});

/** Characters of a number or a unit, which no line break may part. */
const SHORT = 20;

/** Each line as it would stand in the workbook, with what is wrong with it. */
export function ListPreview({ list }: { readonly list: OwnList }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { keys, lines, ofWhole, table } = list;
  const accepted = lines.filter((line) => line.accepted).length;
  const { first, hidden, showMore } = useFirst(lines, list.proposal.adoption.range.sheet);
  return (
    <>
      <h3 className={sections.subtitle}>{say('inventory.own.preview')}</h3>
      <p role="status">{say(message('inventory.own.counts', { accepted, refused: lines.length - accepted }))}</p>
      <Said problems={ofWhole} />
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={say('inventory.own.preview')}>
        <table className={styles.table}>
          <thead>
            <tr>
              {[say('inventory.own.line'), say('inventory.own.state')].map((text) => (
                <th key={text} scope="col" className={styles.head}>
                  {text}
                </th>
              ))}
              {keys.map((key) => (
                <th key={key} scope="col" className={styles.head}>
                  {say(`template.columns.${table}.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first.map((line) => (
              <Line key={line.line} line={line} keys={keys} />
            ))}
          </tbody>
        </table>
      </div>
      <More hidden={hidden} onMore={showMore} text="inventory.own.more" />
      <LeftOut list={list} />
    </>
  );
}

function Line({ line: { line, values, problems, accepted }, keys }: { line: OwnLine; keys: readonly string[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const faulty = new Set(problems.map(({ column }) => column));
  return (
    <>
      <tr className={styles.line}>
        <td className={styles.cell}>{line}</td>
        <td className={styles.cell}>
          <span className={mergeClasses(styles.state, accepted ? styles.done : styles.block)}>
            <Icon shape={accepted ? 'done' : 'blocks'} size={14} />
            {say(`inventory.own.${accepted ? 'accepted' : 'refused'}`)}
          </span>
        </td>
        {keys.map((key) => {
          const text = shown(values[key] ?? null);
          const look = mergeClasses(
            styles.cell,
            text.length <= SHORT && styles.short,
            faulty.has(key) && styles.faulty,
          );
          return (
            <td key={key} className={look}>
              {text}
            </td>
          );
        })}
      </tr>
      {problems.length > 0 && (
        <tr>
          <td />
          <td colSpan={keys.length + 1} className={styles.said}>
            <Said problems={problems} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The reader's own words, what blocks first. */
function Said({ problems }: { readonly problems: readonly Problem[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const texts = [...problems]
    .sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'))
    .map(({ message: text, severity }) => `${say(`pane.severity.${severity}`)}: ${say(text)}`);
  if (texts.length === 0) return null;
  return (
    <ul className={styles.list}>
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Lines that are none: subtotals, headings, notes. */
function LeftOut({ list: { proposal } }: { readonly list: OwnList }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const skipped = proposal.skipped.flatMap(({ row, text, reason }) =>
    reason === 'blank' ? [] : [{ line: row + 1, text, reason: message(`adoption.skip.${reason}`) }],
  );
  if (skipped.length === 0) return null;
  return (
    <>
      <h3 className={sections.subtitle}>{say('inventory.own.left-out')}</h3>
      <ul className={styles.list}>
        {skipped.map(({ line, text, reason }) => (
          <li key={line}>{say(message('inventory.own.skipped', { line, text, reason }))}</li>
        ))}
      </ul>
    </>
  );
}

function shown(value: CellValue): string {
  if (typeof value === 'number') return grouped(decimalOfDouble(value).toFixed());
  return isCellError(value) ? value.error : String(value ?? '');
}
