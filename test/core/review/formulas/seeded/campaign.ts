import { reviewFormulas, type Finding } from '../../../../../src/core/review/formulas/reviewFormulas';
import { cellAddress } from '../../../../../src/core/workbook/a1';
import { madeBook, type Layout } from './layouts';
import { MISTAKES } from './mistakes';
import { Circular, type MadeBook } from './madeBook';
import { Random } from './random';

export interface KindTally {
  /** Workbooks with one mistake of the kind. */
  planted: number;
  /** Of them those in which a wrong cell is named. */
  caught: number;
  /** Cells named that neither are wrong nor were named before. */
  otherCells: number;
}

export interface Campaign {
  readonly workbooks: number;
  readonly formulas: number;
  /** Cells named in workbooks without a mistake, by check. */
  readonly falseAlarms: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, KindTally>;
}

/** What a reader must look at: notes of a workbook's style are no alarm. */
const isAlarm = ({ severity }: Finding): boolean => severity !== 'info';

const place = ({
  sheet,
  row,
  column,
}: {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}): string => `${sheet}!${cellAddress({ row, column })}`;

function alarms(
  book: MadeBook,
  isCalculated: boolean,
): { readonly formulas: number; readonly found: readonly Finding[] } {
  const { formulas, findings } = reviewFormulas(book.snapshot(isCalculated));
  return { formulas, found: findings.filter(isAlarm) };
}

function alarmsUnlessCircular(book: MadeBook, isCalculated: boolean): readonly Finding[] | null {
  try {
    return alarms(book, isCalculated).found;
  } catch (error) {
    if (error instanceof Circular) return null;
    throw error;
  }
}

/**
 * Makes workbooks of many layouts and plants mistakes in them, one a time.
 * @param from layouts by name
 * @param perLayout workbooks of each layout
 * @param seed repeats the same workbooks
 * @param isCalculated whether the formulas have values, or none, as in a file that a script wrote
 */
export function campaign(
  from: Readonly<Record<string, Layout>>,
  perLayout: number,
  seed: number,
  isCalculated = true,
): Campaign {
  const falseAlarms = new Map<string, number>();
  const kinds = new Map<string, KindTally>(
    Object.keys(MISTAKES).map((id) => [id, { planted: 0, caught: 0, otherCells: 0 }]),
  );
  let formulas = 0;
  const layouts = Object.values(from);
  for (let index = 0; index < perLayout * layouts.length; index += 1) {
    const random = new Random(seed + index);
    const book = madeBook(layouts[index % layouts.length]!, random);
    const clean = alarms(book, isCalculated);
    formulas += clean.formulas;
    for (const { check } of clean.found) falseAlarms.set(check, (falseAlarms.get(check) ?? 0) + 1);
    const before = new Set(clean.found.map(place));
    for (const [id, mistake] of Object.entries(MISTAKES)) {
      const planted = mistake(book, random);
      const found = planted && alarmsUnlessCircular(book.changed(planted.changes), isCalculated);
      if (planted && found) count(kinds.get(id)!, found, planted.wrong.map(place), before);
    }
  }
  return { workbooks: perLayout * layouts.length, formulas, falseAlarms, kinds };
}

function count(
  tally: KindTally,
  found: readonly Finding[],
  wrong: readonly string[],
  before: ReadonlySet<string>,
): void {
  const named = new Set(found.map(place));
  tally.planted += 1;
  if (wrong.some((cell) => named.has(cell))) tally.caught += 1;
  tally.otherCells += [...named].filter((cell) => !wrong.includes(cell) && !before.has(cell)).length;
}
