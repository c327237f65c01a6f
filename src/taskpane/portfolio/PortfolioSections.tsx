import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../core/message';
import {
  BESIDE_STAGES,
  countOf,
  onTrust,
  STANDINGS,
  type PlacedEntry,
  type Portfolio,
  type PortfolioSum,
} from '../../core/package/portfolio/portfolio';
import type { Decimal } from '../../core/quantity/decimal';
import { shown, unrounded } from '../../locales/numbers';
import { Icon } from '../icons';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useSections } from '../styles';
import { basisText } from './Totals';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', columnGap: '8px' },
  name: { flex: '1 1 120px', minWidth: 0 },
  value: { marginLeft: 'auto', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  whole: { flex: '1 0 100%' },
  icon: { flex: 'none', marginTop: '2px' },
  counted: { color: tokens.colorStatusSuccessForeground1 },
  broken: { color: tokens.colorPaletteRedForeground1 },
  left: { color: tokens.colorStatusWarningForeground1 },
});

/** The parts of a portfolio: by company, product and stage, package by package, and how much of it the sums hold. */
export function PortfolioSections({ portfolio }: { readonly portfolio: Portfolio }) {
  const { say } = usePane();
  const { entries, companies, products, stages } = portfolio;
  const broken = countOf(entries, 'broken');
  return (
    <>
      <Section
        name="portfolio-packages"
        title={say('package.portfolio.sheets.files')}
        aside={broken > 0 ? `${say('package.portfolio.standing.broken')} ${broken}` : String(entries.length)}
        openAtFirst
      >
        <Packages entries={entries} />
      </Section>
      <Section name="portfolio-companies" title={say('package.portfolio.sheets.companies')}>
        <Sums sums={companies} />
      </Section>
      <Section name="portfolio-products" title={say('package.portfolio.sheets.products')}>
        <Sums sums={products} />
      </Section>
      <Section name="portfolio-stages" title={say('package.portfolio.sheets.stages')}>
        <Sums sums={stages.filter(isTelling)} name={(of) => say(`package.portfolio.stage.${of}`)} amount={shown} />
      </Section>
      <Section name="portfolio-coverage" title={say('package.portfolio.sheets.coverage')}>
        <Coverage portfolio={portfolio} />
      </Section>
    </>
  );
}

/** A stage of nothing says something; rebound, rest and rounding of nothing do not. */
const isTelling = ({ of, avoided }: PortfolioSum): boolean =>
  !avoided.isZero() || !(BESIDE_STAGES as readonly (string | null)[]).includes(of);

function Packages({ entries }: { readonly entries: readonly PlacedEntry[] }) {
  const styles = useStyles();
  const { first, hidden, showMore } = useFirst(entries, entries);
  return (
    <>
      <ul className={styles.list}>
        {first.map((entry) => (
          <OnePackage key={entry.file} entry={entry} />
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

const looksOf = (standing: PlacedEntry['standing']) =>
  standing === 'counted'
    ? ({ shape: 'done', look: 'counted' } as const)
    : standing === 'broken'
      ? ({ shape: 'blocks', look: 'broken' } as const)
      : ({ shape: 'warns', look: 'left' } as const);

function OnePackage({ entry }: { readonly entry: PlacedEntry }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { file, standing, problem, instead, company, product, model, fiscalYear, avoided } = entry;
  const { shape, look } = looksOf(standing);
  const year = fiscalYear === null ? null : say(message('submit.summary.year', { year: fiscalYear }));
  const reason = problem ?? (instead === null ? null : message('package.portfolio.instead', { file: instead }));
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={mergeClasses(styles.icon, styles[look])}>
          <Icon shape={shape} size={14} />
        </span>
        <span className={styles.name}>{file}</span>
        {avoided && <span className={styles.value}>{unrounded(avoided)} t-CO2e</span>}
      </div>
      <p className={sections.note}>
        <span className={styles[look]}>{say(`package.portfolio.standing.${standing}`)}</span>
        {[year, company, product, model].map((part, index) => part !== null && <span key={index}> · {part}</span>)}
      </p>
      {reason && <p className={sections.note}>{say(reason)}</p>}
    </li>
  );
}

interface SumsProps {
  readonly sums: readonly PortfolioSum[];
  readonly name?: (of: string) => string;
  /** Stages are not rounded. */
  readonly amount?: (avoided: Decimal) => string;
}

/** One list for each fiscal year and basis: amounts of two of them are never added. */
function Sums({ sums, ...look }: SumsProps) {
  const { say } = usePane();
  const sections = useSections();
  const headOf = ({ year, basis }: PortfolioSum) =>
    `${say(message('submit.summary.year', { year }))} · ${basisText(basis, say)}`;
  return [...new Set(sums.map(headOf))].map((head) => (
    <React.Fragment key={head}>
      <h3 className={sections.subtitle}>{head}</h3>
      <SumList sums={sums.filter((one) => headOf(one) === head)} {...look} />
    </React.Fragment>
  ));
}

function SumList({ sums, name = (of) => of, amount = unrounded }: SumsProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { first, hidden, showMore } = useFirst(sums, sums);
  return (
    <>
      <ul className={styles.list}>
        {first.map(({ of, avoided, packages }) => (
          <li key={of} className={mergeClasses(styles.item, styles.head)}>
            <span className={styles.name}>{name(of ?? '') || say('submit.portfolio.unnamed')}</span>
            <span className={styles.value}>{amount(avoided)} t-CO2e</span>
            <span className={mergeClasses(sections.note, styles.whole)}>
              {say(message('submit.portfolio.packages', { count: packages }))}
            </span>
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

/** How many packages the sums hold, what keeps the others out, and what somebody should look at. */
function Coverage({ portfolio }: { readonly portfolio: Portfolio }) {
  const { entries, shared } = portfolio;
  const { say } = usePane();
  const styles = useStyles();
  const negative = entries.filter(({ standing, avoided }) => standing === 'counted' && avoided?.isNegative());
  const rows = [
    { name: say('package.portfolio.all'), count: entries.length, files: [] },
    ...STANDINGS.map((standing) => ({
      name: say(`package.portfolio.standing.${standing}`),
      count: countOf(entries, standing),
      files: [],
    })).filter(({ count }) => count > 0),
    { name: say('submit.portfolio.negative'), count: negative.length, files: negative.map(({ file }) => file) },
    ...[onTrust(portfolio)]
      .filter((trusted) => trusted.length > 0)
      .map((trusted) => ({
        name: say('package.portfolio.on-trust'),
        count: trusted.length,
        files: trusted.map(({ file }) => file),
      })),
    ...shared.map(({ product, year, by, files }) => ({
      name: say(message(`package.portfolio.shared.${by}`, { product, year })),
      count: files.length,
      files,
    })),
  ];
  return (
    <ul className={styles.list}>
      {rows.map(({ name, count, files }) => (
        <CoverageRow key={name} name={name} count={count} files={files} />
      ))}
    </ul>
  );
}

interface CoverageRowProps {
  readonly name: string;
  readonly count: number;
  /** Named where somebody should look at them. */
  readonly files: readonly string[];
}

function CoverageRow({ name, count, files }: CoverageRowProps) {
  const styles = useStyles();
  const sections = useSections();
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.value}>{count}</span>
      </div>
      {files.length > 0 && <p className={sections.note}>{files.join(', ')}</p>}
    </li>
  );
}
