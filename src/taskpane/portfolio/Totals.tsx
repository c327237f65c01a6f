import { mergeClasses, makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { Basis } from '../../core/package/portfolio/entry';
import { countOf, type Portfolio, type PortfolioSum } from '../../core/package/portfolio/portfolio';
import { shareOf, tonnesOf, type Targets } from '../../core/package/portfolio/targets';
import type { Decimal } from '../../core/quantity/decimal';
import { grouped, unrounded } from '../../locales/numbers';
import { usePane } from '../paneContext';
import { Pairs } from '../result/NumberDetail';
import { TextField } from '../start/Field';
import { useSections } from '../styles';

const useStyles = makeStyles({
  year: { padding: '8px 0 4px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  basis: { marginTop: '8px' },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

interface TotalsProps {
  readonly portfolio: Portfolio;
  /** Targets as they were typed, right or not. */
  readonly typed: Readonly<Record<number, string>>;
  readonly targets: Targets;
  readonly onTarget: (year: number, text: string) => void;
}

/** What the packages certify together: each fiscal year, each basis, against its target. */
export function Totals({ portfolio, typed, targets, onTarget }: TotalsProps) {
  const { say } = usePane();
  const sections = useSections();
  const { entries, totals } = portfolio;
  const years = [...new Set(totals.map(({ year }) => year))];
  const isMixed = years.some((year) => totals.filter((one) => one.year === year).length > 1);
  const counted = countOf(entries, 'counted');
  return (
    <div className={sections.section}>
      <h2 className={sections.title}>{say('package.portfolio.sheets.totals')}</h2>
      <p className={sections.note} role="status">
        {say(message('submit.portfolio.counted', { counted, all: entries.length }))}
      </p>
      {counted === 0 && <p className={sections.note}>{say('submit.portfolio.nothing')}</p>}
      {isMixed && <p className={sections.note}>{say('submit.portfolio.bases')}</p>}
      {years.map((year) => (
        <Year
          key={year}
          sums={totals.filter((one) => one.year === year)}
          year={year}
          typed={typed[year] ?? ''}
          target={targets.get(year)}
          onTarget={(text) => onTarget(year, text)}
        />
      ))}
    </div>
  );
}

interface YearProps {
  readonly year: number;
  /** One for each basis. */
  readonly sums: readonly PortfolioSum[];
  readonly typed: string;
  readonly target: Decimal | undefined;
  readonly onTarget: (text: string) => void;
}

function Year({ year, sums, typed, target, onTarget }: YearProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const isWrong = typed.trim() !== '' && tonnesOf(typed) === null;
  return (
    <div className={styles.year}>
      <h3 className={sections.subtitle}>{say(message('submit.summary.year', { year }))}</h3>
      {sums.map((one) => (
        <OneBasis key={basisText(one.basis, say)} sum={one} target={target} />
      ))}
      <TextField
        label={say(message('submit.portfolio.target', { year }))}
        value={typed}
        placeholder="250000"
        onChange={onTarget}
      />
      {isWrong && (
        <p className={mergeClasses(sections.note, styles.wrong)} role="alert">
          {say('submit.portfolio.bad-target')}
        </p>
      )}
    </div>
  );
}

const PERCENT = 100;
const SHARE_DIGITS = 1;

function OneBasis({ sum, target }: { readonly sum: PortfolioSum; readonly target: Decimal | undefined }) {
  const { say } = usePane();
  const sections = useSections();
  const styles = useStyles();
  const share = shareOf(sum.avoided, target);
  const shareText = share && grouped(share.times(PERCENT).toFixed(SHARE_DIGITS));
  return (
    <>
      <p className={mergeClasses(sections.note, styles.basis)}>{basisText(sum.basis, say)}</p>
      <Pairs
        rows={[
          {
            name: say('package.portfolio.headers.avoided'),
            value: `${unrounded(sum.avoided)} t-CO2e`,
            main: true,
          },
          { name: say('package.portfolio.headers.packages'), value: String(sum.packages) },
          ...(shareText === null
            ? []
            : [
                {
                  name: say('package.portfolio.headers.share'),
                  value: say(message('submit.portfolio.of-target', { share: shareText })),
                },
              ]),
        ]}
      />
    </>
  );
}

/** In words: only amounts of one basis are added. */
export const basisText = (
  { timeSense, accounting, attribution }: Basis,
  say: ReturnType<typeof usePane>['say'],
): string =>
  [
    ...(timeSense === null ? [] : [say(`choices.timeSense.${timeSense}`)]),
    say(`choices.accounting.${accounting}`),
    say(`choices.attribution.${attribution}`),
  ].join(' · ');
