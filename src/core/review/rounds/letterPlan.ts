import { message, type Message } from '../../message';
import { sha256Text } from '../../sha256';
import { cellAt, DATA_PAGE, HEADER_ROW } from '../../template/cells';
import type { CellPlan, WorkbookPlan } from '../../template/plan';
import type { Language } from '../../template/types';
import type { Remark } from './letter';

const COLUMNS = [
  ['number', 6],
  ['round', 6],
  ['kind', 12],
  ['criterion', 8],
  ['place', 30],
  ['finding', 60],
  ['comment', 44],
  ['by', 14],
  ['date', 12],
  ['reply', 44],
  ['replyDate', 12],
  ['state', 12],
  ['id', 18],
] as const;
type Column = (typeof COLUMNS)[number][0];

/** Where the package's id stands, above the header. */
const PACKAGE_ROW = 2;

/** Characters that an Excel cell can hold. */
const LONGEST_TEXT = 32_767;

export interface Letter {
  readonly remarks: readonly Remark[];
  /** Product, applicant and the like, said under the title. */
  readonly about: string;
  /** Id of the package it is on; `null` where it is on a workbook. */
  readonly package: string | null;
}

/** What tells a remark in a letter that comes back, whatever rows were sorted or left out. */
export const letterId = ({ round, on }: Pick<Remark, 'round' | 'on'>): string =>
  `${round}:${sha256Text(on).slice(0, ID_DIGITS)}`;

const ID_DIGITS = 12;

/**
 * 指摘事項・回答書 as a workbook of one sheet: values and no formula, A4 landscape, the reply left to the author.
 * @param say in the language of the letter
 */
export function letterPlan(
  { remarks, about, package: id }: Letter,
  language: Language,
  say: (text: Message | string) => string,
): WorkbookPlan {
  const title = say('decisions.letter.title');
  const last = HEADER_ROW + Math.max(remarks.length, 1);
  return {
    language,
    title,
    names: [],
    sheets: [
      {
        key: 'letter',
        name: title,
        cells: [
          cellAt(0, 0, title, 'title'),
          cellAt(1, 0, about, 'note'),
          ...(id === null ? [] : [cellAt(PACKAGE_ROW, 0, say(message('decisions.letter.package', { id })), 'note')]),
          ...COLUMNS.map(([key], column) => cellAt(HEADER_ROW, column, say(`decisions.letter.${key}`), 'header')),
          ...remarks.flatMap((remark, index) => rowOf(remark, HEADER_ROW + 1 + index, say)),
        ],
        tables: [],
        validations: [],
        columnWidths: COLUMNS.map(([, width]) => width),
        merges: [{ top: 1, left: 0, bottom: 1, right: COLUMNS.length - 1 }],
        freeze: { rows: HEADER_ROW + 1, columns: 1 },
        page: { ...DATA_PAGE, printArea: { top: 0, left: 0, bottom: last, right: COLUMNS.length - 1 } },
        tabColour: null,
      },
    ],
  };
}

function rowOf(remark: Remark, row: number, say: (text: Message | string) => string): readonly CellPlan[] {
  const values: Readonly<Record<Column, string | number | null>> = {
    number: remark.number,
    round: remark.round,
    kind: say(`decisions.letter.kinds.${remark.kind}`),
    criterion: remark.criterion,
    place: say(remark.place ?? 'decisions.letter.whole'),
    finding: say(remark.finding),
    comment: remark.comment,
    by: remark.by,
    date: remark.date,
    reply: remark.reply,
    replyDate: remark.replyDate,
    state: remark.state === null ? '' : say(`decisions.letter.states.${remark.state}`),
    id: remark.round === null ? '' : letterId(remark),
  };
  return COLUMNS.map(([key], column) =>
    cellAt(row, column, shortened(values[key]), key.startsWith('reply') && remark.round !== null ? 'input' : 'plain'),
  );
}

/** A text of any length, none of which can be read as a formula: the plan says so by having none. */
const shortened = (value: string | number | null): string | number | null =>
  value === '' ? null : typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
