import { message } from '../../../message';
import { isCellError } from '../../../workbook/cell';
import { addInFunction } from '../addInFunction';
import type { Check } from '../check';

/** `#NAME?` left in a file that was calculated while the add-in was not loaded. */
export const leftNameError: Check = {
  id: 'left-name-error',
  severity: 'error',
  certain: true,
  find: (book) =>
    book.sheets.flatMap((sheet) =>
      sheet.cells.flatMap(({ value, formula, row, column }) => {
        const name = isCellError(value) && value.error === '#NAME?' && formula ? addInFunction(formula.formula) : null;
        return name ? [{ sheet, row, column, message: message('review.checks.left-name-error.found', { name }) }] : [];
      }),
    ),
  examples: [
    {
      name: 'a function of the add-in',
      cells: { A1: '=KMC.AVOIDED(1,2,3,4)', A2: '=A1' },
      stored: { A1: { error: '#NAME?' }, A2: { error: '#NAME?' } },
      finds: ['A1'],
    },
    {
      name: 'a function that nobody knows',
      cells: { A1: '=SUMM(B1)' },
      stored: { A1: { error: '#NAME?' } },
      finds: [],
    },
    { name: 'one that is calculated', cells: { A1: '=KMC.AVOIDED(1,2,3,4)' }, stored: { A1: -4 }, finds: [] },
  ],
};
