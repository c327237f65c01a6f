import { makeStyles, tokens } from '@fluentui/react-components';

/** Lists of packages and of sums: a name, an amount beside it, and what is said of them below. */
export const usePortfolioStyles = makeStyles({
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
