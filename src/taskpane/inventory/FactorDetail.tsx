import * as React from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { factorWarnings } from '../../core/entry/factorWarnings';
import { sourceText, versionText } from '../../core/entry/factorRow';
import { insertFactor, listedFactor } from '../../core/entry/insertFactor';
import { message } from '../../core/message';
import { ATTRIBUTIONS } from '../../core/reference/dataset';
import type { ReferenceFactor } from '../../core/reference/factor';
import type { Translate } from '../../locales/translator';
import { Icon } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { useWriter } from '../writing/useWriter';
import { validText } from './FactorItem';
import { regionName } from './regionName';

const useStyles = makeStyles({
  detail: { padding: '0 4px 10px 22px' },
  pairs: {
    display: 'grid',
    gridTemplateColumns: 'minmax(72px, auto) 1fr',
    columnGap: '10px',
    rowGap: '2px',
    margin: '10px 0 0',
  },
  name: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  warnings: { listStyle: 'none', margin: '4px 0 10px', padding: 0 },
  warning: { display: 'flex', gap: '6px', padding: '2px 0', overflowWrap: 'anywhere' },
  icon: { flex: 'none', marginTop: '3px', color: tokens.colorStatusWarningForeground1 },
  text: { minWidth: 0 },
});

interface FactorDetailProps {
  readonly factor: ReferenceFactor;
  readonly known: Known;
}

/** Everything to be known before a factor enters the case, and the way in. */
export function FactorDetail({ factor, known }: FactorDetailProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const warnings = React.useMemo(() => factorWarnings(factor, known.outcome.case), [factor, known]);
  return (
    <div className={styles.detail}>
      <h3 className={sections.subtitle}>{say('inventory.library.warnings')}</h3>
      {warnings.length === 0 && <p className={sections.note}>{say('inventory.library.no-warnings')}</p>}
      <ul className={styles.warnings}>
        {warnings.map((warning) => (
          <li key={warning.code} className={styles.warning}>
            <Icon shape="warns" size={14} className={styles.icon} />
            <span className={styles.text}>{say(warning)}</span>
          </li>
        ))}
      </ul>
      <Insertion factor={factor} known={known} />
      <Facts factor={factor} />
    </div>
  );
}

/** Copies the factor, or leads to the row that has it. */
function Insertion({ factor, known }: FactorDetailProps) {
  const { say, reveal, language } = usePane();
  const { write, busy } = useWriter();
  const listed = React.useMemo(() => listedFactor(known.outcome.case, factor), [known, factor]);
  const go = React.useRef<HTMLButtonElement>(null);
  const inserted = React.useRef(false);
  // The button that was pressed goes away with what it did: the keyboard goes on from the one in its place.
  React.useEffect(() => {
    if (listed && inserted.current) go.current?.focus();
    inserted.current = false;
  }, [listed]);
  const insert = async () => {
    inserted.current = await write(
      (now) => {
        const added = insertFactor(now, factor);
        return added.ok ? { ok: true, value: added.value.edits } : added;
      },
      message('inventory.library.inserted', { name: language === 'ja' ? factor.nameJa : factor.nameEn }),
    );
  };
  if (!listed)
    return (
      <Button appearance="primary" disabledFocusable={busy} onClick={() => void insert()}>
        {say('inventory.library.insert')}
      </Button>
    );
  return (
    <>
      <p>{say(message(`inventory.library.${listed.same ? 'listed' : 'differs'}`, { id: listed.id }))}</p>
      <Button ref={go} onClick={() => reveal(listed.cell)}>
        {say('inventory.library.go')}
      </Button>
    </>
  );
}

function Facts({ factor }: { readonly factor: ReferenceFactor }) {
  const { say, language } = usePane();
  const styles = useStyles();
  const { id, nameJa, nameEn, region, licence, redistribution, officialUrl, sourceUrl } = factor;
  const column = (key: string) => say(`template.columns.KmcFactors.${key}`);
  const rows: readonly (readonly [string, string | null])[] = [
    [say('inventory.library.id'), id],
    [column(language === 'ja' ? 'nameEn' : 'nameJa'), language === 'ja' ? nameEn : nameJa],
    ...attributeRows(factor, say),
    [column('region'), regionName(region, language, say)],
    [say('inventory.library.validity'), say(validText(factor))],
    [column('source'), sourceText(factor)],
    [column('version'), versionText(factor)],
    [column('licence'), licence],
    [column('redistribution'), redistribution],
    [say('inventory.library.attribution'), attributionOf(factor)],
    [say('inventory.library.official'), officialUrl],
    [say('inventory.library.read'), sourceUrl],
  ];
  const known = rows.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== '');
  return (
    <dl className={styles.pairs}>
      {known.map(([name, value]) => (
        <React.Fragment key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>{value}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}

const attributionOf = ({ attribution }: ReferenceFactor): string | null =>
  ATTRIBUTIONS.find(({ id }) => id === attribution)?.attribution ?? null;

/** What the figure is made of, in the words of the workbook's dropdowns. */
function attributeRows(factor: ReferenceFactor, say: Translate): readonly (readonly [string, string | null])[] {
  const word = (set: string, value: string | null) => (value === null ? null : say(`choices.${set}.${value}`));
  const column = (key: string) => say(`template.columns.KmcFactors.${key}`);
  return [
    [column('gases'), factor.gases],
    [column('gwp'), word('gwpSet', factor.gwpSet)],
    [column('gridKind'), word('gridKind', factor.gridKind)],
    [column('boundary'), word('factorBoundary', factor.boundary)],
    [column('heatBasis'), word('heatBasis', factor.heatBasis)],
    [column('resultYear'), factor.resultYear === null ? null : String(factor.resultYear)],
  ];
}
