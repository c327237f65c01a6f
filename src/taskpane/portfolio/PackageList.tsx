import { mergeClasses } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { PlacedEntry } from '../../core/package/portfolio/portfolio';
import { unrounded } from '../../locales/numbers';
import { Icon } from '../icons';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { usePortfolioStyles } from './usePortfolioStyles';

/** Every package that was looked at: whether it is counted, and what keeps it out. */
export function PackageList({ entries }: { readonly entries: readonly PlacedEntry[] }) {
  const styles = usePortfolioStyles();
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
  const styles = usePortfolioStyles();
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
