import { parseFiscalYear } from '../../case/fiscalYear';
import type { CellValue } from '../../workbook/cell';

/** 令和1年 is 2019. */
const ERA_BEGAN = 2018;

/** @returns the texts by which a fiscal year may be named: `2025`, `令和7`, `R7`, era names without a space */
export const yearTexts = (year: number): readonly string[] => [
  String(year),
  `令和${year - ERA_BEGAN}`,
  `R${year - ERA_BEGAN}`,
];

/**
 * The year after, written as the year was: 2025 → 2026, `FY2025` → `FY2026`, `令和７年度` → `令和8年度`. A way of writing that is not known
 * gives the plain number.
 * @param value of the cell
 * @param year the fiscal year that the reader took from it
 */
export function nextYear(value: CellValue, year: number): number | string {
  if (typeof value !== 'string') return year + 1;
  const text = value.normalize('NFKC');
  const after = yearTexts(year + 1);
  const forms = yearTexts(year).map((written, at) => text.replace(new RegExp(written, 'i'), after[at]!));
  return forms.find((form) => isYear(form, year + 1)) ?? year + 1;
}

function isYear(text: string, year: number): boolean {
  const read = parseFiscalYear(text);
  return read.ok && read.value === year;
}

/** Whether a text names a fiscal year. */
export function namesYear(text: string, year: number): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return yearTexts(year).some((written) => new RegExp(`(?<![0-9A-Z])${written}(?![0-9])`, 'i').test(plain));
}
