import { message } from '../../../message';
import { cellAddress } from '../../../workbook/a1';
import type { Check } from '../check';
import { driftedFormulas } from '../driftedFormulas';
import { readsTheSame } from '../lines';
import { oddFormulas, withoutNumbers } from '../oddFormulas';
import { readsMoreNumbers } from '../ranges';

/** A formula other than the one that its neighbours on both sides share. */
export const inconsistentFormula: Check = {
  id: 'inconsistent-formula',
  severity: 'warning',
  certain: false,
  find: (book) =>
    book.sheets.flatMap((sheet) => {
      const odd = oddFormulas(sheet, book.thresholds)
        .filter(({ cell, like }) => !readsTheSame(cell, like) && withoutNumbers(cell) !== withoutNumbers(like))
        .filter(({ cell, like }) => !readsMoreNumbers(cell, like));
      const known = new Set(odd.map(({ cell }) => cell));
      const drifted = driftedFormulas(sheet).filter(({ cell }) => !known.has(cell));
      return [...odd, ...new Map(drifted.map((each) => [each.cell, each])).values()].map(
        ({ cell: { row, column }, like }) => ({
          sheet,
          row,
          column,
          message: message('review.checks.inconsistent-formula.found', { like: cellAddress(like) }),
          about: like,
        }),
      );
    }),
  examples: [
    {
      name: 'one sum among products',
      cells: { A1: '=B1*C1', A2: '=B2*C2', A3: '=B3+D3', A4: '=B4*C4', A5: '=B5*C5' },
      finds: ['A3'],
    },
    {
      name: 'the last of a column, with its sign turned',
      cells: { A1: '=B1*C1', A2: '=B2*C2', A3: '=B3*C3', A4: '=-B4*C4' },
      finds: ['A4'],
    },
    {
      name: 'the formula of the column beside, in the first row',
      cells: {
        ...{ A1: '=C1*D1', A2: '=C2*D2', A3: '=C3*D3', A4: '=C4*D4' },
        ...{ B1: '=D1*E1', B2: '=D2+E2', B3: '=D3+E3', B4: '=D4+E4' },
      },
      finds: ['B1'],
    },
    {
      name: 'a rate written in at the end of a row',
      cells: { A1: 5, B1: '=A1*$A$9', C1: '=B1*$A$9', D1: '=C1*$A$9', E1: '=D1*0.423', A9: 0.423 },
      finds: ['E1'],
    },
    {
      name: 'a total at the end of a column, and a running total',
      cells: { A1: '=B1*C1', A2: '=B2*C2', A3: '=B3*C3', A4: '=SUM(A1:A3)', D1: '=SUM(B$1:B1)', D2: '=SUM(B$1:B2)' },
      finds: [],
    },
    {
      name: 'a running total that begins late',
      cells: { D1: '=SUM(B$1:B1)', D2: '=SUM(B$1:B2)', D3: '=SUM(B$2:B3)', D4: '=SUM(B$1:B4)' },
      finds: ['D3'],
    },
    {
      name: 'the one total that reads the whole list: the others are too short',
      cells: {
        ...{ A1: 1, B1: 2, C1: 3, D1: 4, A2: 5, B2: 6, C2: 7, D2: 8, A3: 9, B3: 1, C3: 2, D3: 3 },
        ...{ A5: '=SUM(A1:A2)', B5: '=SUM(B1:B3)', C5: '=SUM(C1:C2)', D5: '=SUM(D1:D2)' },
      },
      finds: [],
    },
    {
      name: 'every third one is another, by design',
      cells: {
        ...{ A1: '=B1*2', B1: '=C1*2', C1: '=A2', D1: '=E1*2', E1: '=F1*2', F1: '=D2', G1: '=H1*2' },
        ...{ H1: '=I1*2', I1: '=G2', J1: '=K1*2', K1: '=L1*2' },
      },
      finds: [],
    },
    {
      name: 'a row total that takes in what its neighbours leave out',
      cells: {
        ...{ A1: 9, B1: 1, C1: 2, D1: '=SUM(B1:C1)', A2: 8, B2: 3, C2: 4, D2: '=SUM(A2:C2)', A3: 7, B3: 5, C3: 6 },
        ...{ D3: '=SUM(B3:C3)', A4: 6, B4: 7, C4: 8, D4: '=SUM(B4:C4)' },
      },
      stored: { D1: 3, D2: 15, D3: 11, D4: 15 },
      finds: ['D2'],
    },
    {
      name: 'a column filled from a cell in which the $ was forgotten',
      cells: {
        ...{ A1: 2, B1: 3, C1: 4, D1: 5, A2: 6, A3: 7, A4: 8 },
        ...{ B2: '=$A2*B$1', C2: '=$A2*C$1', D2: '=A2*D1', B3: '=$A3*B$1', C3: '=$A3*C$1', D3: '=A3*D2' },
        ...{ B4: '=$A4*B$1', C4: '=$A4*C$1', D4: '=A4*D3' },
      },
      finds: ['D3', 'D4'],
    },
    {
      name: 'a summary that reads another cell of one sheet',
      cells: { A1: '=Jan!$B$9', A2: '=Feb!$B$9', A3: '=Mar!$B$8', A4: '=Apr!$B$9', A5: '=May!$B$9' },
      finds: ['A3'],
    },
    {
      name: 'the same formula throughout',
      cells: { A1: '=B1*C1', A2: '=B2*C2', A3: '=B3*C3', A4: '=B4*C4', A5: '=B5*C5' },
      finds: [],
    },
    {
      name: 'a row total that stands in a column of row totals',
      cells: { A1: 1, B1: '=A1', C1: '=SUM(A1:B1)', A2: 2, B2: '=A2', C2: '=SUM(A2:B2)', D1: '=C1', D2: '=C2' },
      finds: [],
    },
  ],
};
