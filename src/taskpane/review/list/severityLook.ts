import { makeStyles, tokens } from '@fluentui/react-components';

export const SHAPE_OF = { block: 'blocks', unknown: 'asks', warn: 'warns', info: 'notes' } as const;

export const useSeverityColours = makeStyles({
  block: { color: tokens.colorPaletteRedForeground1 },
  unknown: { color: tokens.colorNeutralForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});
