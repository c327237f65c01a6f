import recalcEn from './en/recalc.json';
import workbenchEn from './en/workbench.json';
import xlsxEn from './en/xlsx.json';
import recalcJa from './ja/recalc.json';
import workbenchJa from './ja/workbench.json';
import xlsxJa from './ja/xlsx.json';

/** Texts that the workbench says beside those of the pane: its page, its grid and its files. */
export const WORKBENCH_TEXTS = {
  en: { recalc: recalcEn, workbench: workbenchEn, xlsx: xlsxEn },
  ja: { recalc: recalcJa, workbench: workbenchJa, xlsx: xlsxJa },
} as const;
