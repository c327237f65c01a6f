import { message } from '../../../message';
import type { ReviewedSheet, UsedCell } from '../book';
import type { Check } from '../check';

const DATE =
  /^\s*(?:(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:令和|平成|[RH])\s*(?:\d{1,2}|元)\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?)\s*$/i;
/** Dates of the column's own kind that make a text among them odd. */
const LIKE = 2;

/** Text that looks like a date in a column of real dates: it is neither sorted nor compared with them. */
export const dateAsText: Check = {
  id: 'date-as-text',
  severity: 'warning',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      [...sheet.columns.values()].flatMap((column) => {
        const texts = column.filter(isDateText);
        if (texts.length === 0 || column.filter((cell) => isDate(cell, sheet)).length < LIKE) return [];
        return texts.map(({ row, column: at, value }) => ({
          sheet,
          row,
          column: at,
          message: message('review.checks.date-as-text.found', { text: value as string }),
        }));
      }),
    ),
  examples: [
    {
      name: 'one text among dates',
      cells: { A1: 'Date', A2: 45748, A3: '2025/04/02', A4: 45750 },
      formats: { A2: 'yyyy/mm/dd', A4: 'yyyy/mm/dd' },
      finds: ['A3'],
    },
    {
      name: 'an era date among dates',
      cells: { A2: 45748, A3: '令和7年4月2日', A4: 45750 },
      formats: { A2: 'yyyy/mm/dd', A4: 'yyyy/mm/dd' },
      finds: ['A3'],
    },
    { name: 'dates written as text throughout', cells: { A1: '2025/04/01', A2: '2025/04/02' }, finds: [] },
    {
      name: 'dates throughout',
      cells: { A1: 'From 2025', A2: 45748, A3: 45749 },
      formats: { A2: 'yyyy/mm/dd', A3: 'yyyy/mm/dd' },
      finds: [],
    },
  ],
};

const isDateText = ({ value, formula }: UsedCell): boolean =>
  formula === null && typeof value === 'string' && DATE.test(value.normalize('NFKC'));

const isDate = ({ value, row, column }: UsedCell, { snapshot }: ReviewedSheet): boolean =>
  typeof value === 'number' && /[yde]/i.test(snapshot.format(row, column).replace(/"[^"]*"|\[[^\]]*\]|General/gi, ''));
