import { message } from '../../core/message';
import { countOf, onTrust, STANDINGS, type Portfolio } from '../../core/package/portfolio/portfolio';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { usePortfolioStyles } from './usePortfolioStyles';

/** How many packages the sums hold, what keeps the others out, and what somebody should look at. */
export function Coverage({ portfolio }: { readonly portfolio: Portfolio }) {
  const { entries, shared } = portfolio;
  const { say } = usePane();
  const styles = usePortfolioStyles();
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
  const styles = usePortfolioStyles();
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
