import { message } from '../../../message';
import type { Unit } from '../../../quantity/unit';
import type { FormulaCell, ReviewedBook } from '../book';
import type { Check } from '../check';
import { CellUnits } from '../units/cellUnits';
import { differ, UnitInference, type Disagreement } from '../units/inferUnit';

/** Formulas that add or compare cells of different units, or whose own unit is not what their cells give. */
export const unitsDisagree: Check = {
  id: 'units-disagree',
  severity: 'warning',
  certain: false,
  find: (book) => {
    const units = new CellUnits();
    return book.sheets.flatMap((sheet) =>
      sheet.formulas.flatMap((formula) => {
        const found = judged(formula, book, units);
        if (!found) return [];
        const params = { one: found.one.text, other: found.other.text };
        const { row, column } = formula;
        return [{ sheet, row, column, message: message(`review.checks.units-disagree.${found.kind}`, params) }];
      }),
    );
  },
  examples: [
    {
      name: 'kWh and MJ in one sum, by headings',
      cells: { A1: '電力 [kWh]', B1: '熱 [MJ]', A2: 100, B2: 50, C2: '=A2+B2' },
      finds: ['C2'],
    },
    {
      name: 'kg and t in one list, by the cells beside',
      cells: { A1: 5, B1: 'kg', A2: 2, B2: 't', A3: 4, B3: 'kg', A4: '=SUM(A1:A3)' },
      finds: ['A4'],
    },
    {
      name: 'an emission in t that is worked out in kg',
      cells: { A1: 'Use [kWh]', B1: 'Factor [kg-CO2e/kWh]', C1: 'Emission [t-CO2e]', A2: 3, B2: 0.4, C2: '=A2*B2' },
      finds: ['C2'],
    },
    {
      name: 'kg divided by 100 for t',
      cells: { A1: 'Emission [kg]', B1: 'Emission [t]', A2: 3, B2: '=A2/1000', A3: 4, B3: '=A3/1000000' },
      finds: ['B3'],
    },
    {
      name: 'kg divided by 1000 for t, and added to t',
      cells: { A1: 'Emission [kg]', B1: 'Emission [t]', A2: 3, B2: 5, C2: '=A2/1000+B2' },
      finds: [],
    },
    {
      name: 'amount times factor',
      cells: { A1: 'Use [kWh]', B1: 'Factor [kg-CO2e/kWh]', C1: 'Emission [kg-CO2e]', A2: 3, B2: 0.4, C2: '=A2*B2' },
      finds: [],
    },
    {
      name: 'losses put on an emission that is headed otherwise',
      cells: { A1: 'Emission [kg]', B1: 'With losses [t]', A2: 5, B2: '=A2*(1+D2)', D2: 0.03 },
      finds: ['B2'],
    },
    {
      name: 'the rest to one of a share that stands under another unit',
      cells: { A1: 'Load [W]', A2: 5, A3: 0.2, A4: '=A2*(1-A3)' },
      finds: [],
    },
    {
      name: 'hours and a factor as bare numbers',
      cells: {
        A1: 'Load [kW]',
        B1: 'Energy [kWh]',
        C1: 'Heat [GJ]',
        D1: 'Emission [t-CO2]',
        A2: 2,
        B2: '=A2*24',
        C2: 3,
        D2: '=C2*0.0258',
      },
      finds: [],
    },
    {
      name: 'months and quarters with a letter and a number',
      cells: { A1: 'M1', B1: 'M2', C1: 'M3', D1: 'Q1', A2: 1, B2: 2, C2: 3, D2: '=SUM(A2:C2)' },
      finds: [],
    },
    {
      name: 'one unit throughout, and a number without any',
      cells: { A1: 5, B1: 'kg', A2: 2, B2: 'kg', A3: 7, A4: '=SUM(A1:A3)' },
      finds: [],
    },
  ],
};

type Found = Disagreement & { readonly kind: 'found' | 'own' };

function judged(formula: FormulaCell, book: ReviewedBook, units: CellUnits): Found | null {
  if (!formula.expression) return null;
  const inference = new UnitInference(book, units, formula);
  const measured = inference.of(formula.expression);
  const [inside] = inference.disagreements;
  if (inside) return { ...inside, kind: 'found' };
  const own = measured && ownUnit(formula, units);
  return own && differ(measured, { unit: own, scale: 1 }) ? { one: measured.unit, other: own, kind: 'own' } : null;
}

const ownUnit = ({ sheet, row, column }: FormulaCell, units: CellUnits): Unit | null => units.of(sheet, row, column);
