import { headerParts } from '../../../adoption/headerText';
import { rememberByText } from '../../../memo';
import { parseUnit } from '../../../quantity/parseUnit';
import type { Unit } from '../../../quantity/unit';
import type { ReviewedSheet, UsedCell } from '../book';

/** Rows of headings one over the other in which a unit is looked for. */
const LEVELS = 3;

/** The unit that the words around a number say it has: the cell to its right, else the heading of its column. */
export class CellUnits {
  private readonly runs = new Map<ReviewedSheet, Map<number, readonly UnitRun[]>>();

  /** @returns `null` where nothing says so */
  of(sheet: ReviewedSheet, row: number, column: number): Unit | null {
    const run = this.runsOf(sheet, column).find(({ top, bottom }) => top <= row && row <= bottom);
    return besideUnit(sheet, row, column) ?? run?.unit ?? null;
  }

  /** @returns the different units of the numbers in rows of one column */
  within(sheet: ReviewedSheet, column: number, top: number, bottom: number): readonly Unit[] {
    const units = this.runsOf(sheet, column)
      .filter((run) => run.top <= bottom && run.bottom >= top)
      .map(({ unit }) => unit);
    return [...new Map(units.map((unit) => [unit.text, unit])).values()];
  }

  private runsOf(sheet: ReviewedSheet, column: number): readonly UnitRun[] {
    let ofSheet = this.runs.get(sheet);
    if (!ofSheet) this.runs.set(sheet, (ofSheet = new Map()));
    let runs = ofSheet.get(column);
    if (!runs) ofSheet.set(column, (runs = unitRuns(sheet, column)));
    return runs;
  }
}

/** Rows of a column whose numbers have one unit. */
interface UnitRun {
  readonly unit: Unit;
  readonly top: number;
  bottom: number;
}

function unitRuns(sheet: ReviewedSheet, column: number): readonly UnitRun[] {
  const runs: UnitRun[] = [];
  let headings: UsedCell[] = [];
  let before: UsedCell | null = null;
  for (const cell of sheet.columns.get(column) ?? []) {
    if (typeof cell.value === 'string' && cell.formula === null) {
      headings = before && isText(before) && cell.row - before.row <= LEVELS ? [...headings, cell] : [cell];
    } else if (typeof cell.value === 'number' || (cell.formula && !isText(cell))) {
      const unit = besideUnit(sheet, cell.row, column) ?? headingUnit(headings);
      const last = runs.at(-1);
      if (unit && last?.unit.text === unit.text && last.bottom === before?.row) last.bottom = cell.row;
      else if (unit) runs.push({ unit, top: cell.row, bottom: cell.row });
    }
    before = cell;
  }
  return runs;
}

const isText = ({ value }: UsedCell): boolean => typeof value === 'string';

function headingUnit(headings: readonly UsedCell[]): Unit | null {
  return (
    [...headings]
      .slice(-LEVELS)
      .reverse()
      .map(({ value }) => unitInHeading((value as string).trim()))
      .find((unit) => unit !== null) ?? null
  );
}

/** `電力 [kWh]`, `Electricity, kWh`, or nothing but the unit. */
const unitInHeading = rememberByText((text): Unit | null =>
  CALENDAR.test(text) || COUNTED.test(text) ? null : (headerParts(text).unit?.unit ?? unitAlone(text)),
);

/** 4月, 2025年度: when, not how much. */
const CALENDAR = /^\d{1,4}\s*[年月日]/;

function besideUnit(sheet: ReviewedSheet, row: number, column: number): Unit | null {
  const beside = sheet.at(row, column + 1)?.value;
  return typeof beside === 'string' ? unitAlone(beside.trim()) : null;
}

/** Letters that are as often a name, a note or a column as a unit. */
const AMBIGUOUS = /^(?:[a-fhikm-su-z]|年|月|日|in|at|ha|(?:day|year|month|hour)s?)$/i;

/** M1, H2, Q4: a letter and which one; only an area and a volume are written so. */
const COUNTED = /^(?!m[23]$)[a-zA-Z]\d+$/;

const unitAlone = rememberByText((text): Unit | null => {
  const plain = text.replace(/^[([{〔【［]|[)\]}〕】］]$/g, '').trim();
  if (plain === '' || plain.length > 30 || AMBIGUOUS.test(plain) || COUNTED.test(plain)) return null;
  const unit = parseUnit(plain);
  return unit.ok && Object.keys(unit.value.dimension).length > 0 ? unit.value : null;
});
