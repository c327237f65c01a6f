import type { SheetSnapshot, Visibility, WorkbookSnapshot } from '../../src/core/workbook/snapshot';

const sheet = (name: string, visibility: Visibility, hiddenRows: SheetSnapshot['hiddenRows'] = []): SheetSnapshot => ({
  name,
  visibility,
  rowCount: 0,
  columnCount: 0,
  cellCount: 0,
  value: () => null,
  formula: () => null,
  format: () => 'General',
  forEachCell: () => undefined,
  forEachStored: () => undefined,
  hiddenRows,
  hiddenColumns: [],
  merges: [],
  spills: [],
});

/** A workbook that hides sheets, rows and a name, and links to another file. */
export const emptyHidden = (): WorkbookSnapshot => ({
  sheets: [sheet('Shown', 'visible', [[1, 2]]), sheet('Secret', 'hidden'), sheet('Deep', 'veryHidden')],
  tables: [],
  names: [
    { name: 'Margin', formula: '0.4', sheet: null, hidden: true },
    { name: 'KmcReview_1', formula: '"x"', sheet: null, hidden: true },
    { name: 'Open', formula: '1', sheet: null, hidden: false },
  ],
  externalLinks: ['other.xlsx'],
  calculationMode: 'automatic',
  date1904: false,
});
