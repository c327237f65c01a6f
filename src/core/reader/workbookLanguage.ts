import { message } from '../message';
import type { Language } from '../template/types';
import { headerVotes, type BoundTable } from './bindColumns';
import type { ProblemList } from './problemList';

/**
 * The language the workbook was created in, by the majority of KmcCase's headers, then of all headers.
 * @returns `null` where headers of both languages balance, which is reported, or there are none
 */
export function workbookLanguage(tables: readonly BoundTable[], problems: ProblemList): Language | null {
  const main = tables.find(({ name }) => name === 'KmcCase');
  const language = majority(main ? [main] : []) ?? majority(tables);
  if (language === null && main) {
    const column = Math.min(...[...main.columns.values()].map((bound) => bound.column));
    problems.add({
      severity: 'block',
      message: message('reader.language-mixed', { table: main.name }),
      cell: Number.isFinite(column) ? { sheet: main.sheet.name, row: main.headerRow, column } : null,
      table: main.name,
      rowId: null,
      column: null,
    });
  }
  return language;
}

function majority(tables: readonly BoundTable[]): Language | null {
  const votes = tables.map(headerVotes);
  const en = votes.reduce((count, vote) => count + vote.en, 0);
  const ja = votes.reduce((count, vote) => count + vote.ja, 0);
  if (en === ja) return null;
  return en > ja ? 'en' : 'ja';
}
