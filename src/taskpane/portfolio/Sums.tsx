import * as React from 'react';
import { mergeClasses } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { PortfolioSum } from '../../core/package/portfolio/portfolio';
import type { Decimal } from '../../core/quantity/decimal';
import { unrounded } from '../../locales/numbers';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { basisText } from './Totals';
import { usePortfolioStyles } from './usePortfolioStyles';

interface SumsProps {
  readonly sums: readonly PortfolioSum[];
  readonly name?: (of: string) => string;
  /** Stages are not rounded. */
  readonly amount?: (avoided: Decimal) => string;
}

/** One list for each fiscal year and basis: amounts of two of them are never added. */
export function Sums({ sums, ...look }: SumsProps) {
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
  const styles = usePortfolioStyles();
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
