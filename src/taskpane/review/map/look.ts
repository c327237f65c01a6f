import { makeStyles, tokens } from '@fluentui/react-components';

/** Told apart by lightness as well, and by their frames: a formula of its own is framed, a typed-over one crossed out. */
export const useFills = makeStyles({
  constant: { fill: tokens.colorPaletteRedForeground1 },
  formula: { fill: tokens.colorPaletteBlueForeground2, stroke: tokens.colorNeutralForeground1 },
  copied: { fill: tokens.colorPaletteBlueBorderActive },
  input: { fill: tokens.colorPaletteMarigoldBorderActive },
  text: { fill: tokens.colorNeutralStroke1 },
  finding: { fill: 'none', stroke: tokens.colorPaletteRedForeground1 },
});
