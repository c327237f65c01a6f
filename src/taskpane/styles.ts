import { makeStyles, tokens } from '@fluentui/react-components';

const FOCUS = { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' };

const PLAIN = {
  fontFamily: 'inherit',
  fontSize: 'inherit',
  fontWeight: 'inherit',
  lineHeight: 'inherit',
  textAlign: 'left',
  color: 'inherit',
  backgroundColor: 'transparent',
  border: 'none',
  borderRadius: tokens.borderRadiusSmall,
  padding: 0,
  cursor: 'pointer',
  ':focus-visible': FOCUS,
} as const;

/** Where colours are the user's own, a button looks like any text. */
const LINK_IN_HIGH_CONTRAST = { '@media (forced-colors: active)': { textDecorationLine: 'underline' } } as const;

/** Controls smaller than Fluent's buttons: links in running text, quiet commands, whole rows. */
export const useControls = makeStyles({
  link: {
    ...PLAIN,
    color: tokens.colorBrandForegroundLink,
    overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ...LINK_IN_HIGH_CONTRAST,
  },
  quiet: {
    ...PLAIN,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '2px',
    minHeight: '24px',
    padding: '0 4px',
    color: tokens.colorBrandForegroundLink,
    ':hover': { textDecorationLine: 'underline' },
    ...LINK_IN_HIGH_CONTRAST,
  },
  opener: {
    ...PLAIN,
    display: 'inline-flex',
    alignItems: 'baseline',
    gap: '4px',
    ':hover': { textDecorationLine: 'underline' },
  },
  row: { ...PLAIN, ':hover': { textDecorationLine: 'underline' } },
});

export const useSections = makeStyles({
  section: { padding: '12px 12px 16px' },
  title: {
    margin: 0,
    outlineStyle: 'none',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  subtitle: {
    margin: '12px 0 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  unit: { whiteSpace: 'nowrap' },
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  note: {
    margin: '4px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
});
