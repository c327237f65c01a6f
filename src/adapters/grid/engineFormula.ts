import { parseA1Ref, type ReferenceA1Xlsx, type Token } from '@borgar/fx/xlsx';
import { message, type Message } from '../../core/message';
import type { CellRef, RangeRef } from '../../core/workbook/cell';
import { formulaTokens } from '../../core/workbook/formulaTokens';
import { localNamePositions } from '../../core/workbook/localNames';
import { MAX_COLUMNS, MAX_ROWS } from '../../core/workbook/sheetColumns';
import type { NameSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import { addressOf, anchorsOf, isRelative } from './anchors';
import { callProblems } from './callProblems';
import { lengthProblem, shapeProblem } from './formulaShape';
import { isOwnRow, structuredText } from './structuredReferences';
import { DATE_FUNCTIONS, refusedFunction, WHOLE_COLUMN_FUNCTIONS } from './supportedFunctions';
import { syntaxProblems } from './syntaxProblems';
import { folded, tableRange, type Tables } from './tableReference';

const DEEPEST_NAME = 16;
/** Parts of names that one formula may bring in. */
const MOST_PARTS = 10_000;

/** A formula as the engine takes it. */
export interface EngineFormula {
  /** A1 without `=`, sheets by their aliases, names and structured references replaced by what they stand for. */
  readonly formula: string;
  /** The cell that its references without `$` are written for. */
  readonly origin: Position;
  /** Every range it reads, at its origin. */
  readonly reads: readonly FormulaRead[];
  /** Which cells it reads cannot be told from its text (INDIRECT, OFFSET, …). */
  readonly readsAnything: boolean;
  /** Why the engine's value would not be Excel's; empty for a formula it can be trusted with. */
  readonly problems: readonly Message[];
  /** Why nothing is made of the formula at all: it, or what its names stand for, is longer or deeper than any sane one. */
  readonly beyond: Message | null;
  /** Parts of formulas that its names brought in. */
  readonly broughtIn: number;
  /**
   * In another cell of the same sheet, inside and outside the same tables, it means the same with its references moved as far as the
   * cell is from the origin. A formula with problems, names of its own (`LET`) or a range from `A$1` to `A2` is not.
   */
  readonly movable: boolean;
  /** The addresses of cells in its text, in order. */
  readonly addresses: readonly string[];
}

export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface FormulaRead {
  readonly range: RangeRef;
  readonly movesRows: boolean;
  readonly movesColumns: boolean;
}

export interface FormulaContext {
  readonly tables: Tables;
  readonly names: readonly NameSnapshot[];
  /** Sheet names in lower case to their real names. */
  readonly sheets: ReadonlyMap<string, string>;
  /** What the engine calls a sheet: plain names, because it misreads some that Excel allows. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Names of the add-in's functions, in upper case. */
  readonly functions: ReadonlySet<string>;
  readonly date1904: boolean;
  /** Parts that names may still bring in, where someone counts them. */
  readonly partsLeft?: () => number;
}

export function formulaContext(workbook: WorkbookSnapshot, functions: ReadonlySet<string>): FormulaContext {
  const names = workbook.sheets.map(({ name }) => name);
  return {
    tables: workbook.tables,
    names: workbook.names,
    sheets: new Map(names.map((name) => [folded(name), name])),
    aliases: new Map(names.map((name, index) => [name, `Sheet${index + 1}`])),
    functions,
    date1904: workbook.date1904,
  };
}

/**
 * @param formula A1 formula without `=`, as a snapshot holds it
 * @param at the cell it stands in
 */
export function engineFormula(formula: string, at: CellRef, context: FormulaContext): EngineFormula {
  const origin = { row: at.row, column: at.column };
  const tooLong = lengthProblem(formula);
  if (tooLong) return nothingOf(origin, tooLong, 0);
  const writer = new Writer(at, context);
  const text = writer.write(formulaTokens(formula), at.sheet, 0);
  const { reads, readsAnything, problems, addresses, broughtIn } = writer;
  const beyond = writer.beyond ?? shapeProblem(text);
  if (beyond) return nothingOf(origin, beyond, broughtIn);
  const movable = writer.movable && problems.length === 0 && !readsAnything;
  return { formula: text, origin, reads, readsAnything, problems, beyond, broughtIn, movable, addresses };
}

/** @returns a formula of which nothing is made */
export const nothingOf = (origin: Position, beyond: Message, broughtIn: number): EngineFormula => ({
  ...{
    formula: '',
    origin: { row: origin.row, column: origin.column },
    reads: [],
    readsAnything: false,
    problems: [],
    movable: false,
    addresses: [],
  },
  ...{ beyond, broughtIn },
});

class Writer {
  readonly reads: FormulaRead[] = [];
  readonly problems: Message[] = [];
  readonly addresses: string[] = [];
  readsAnything = false;
  movable = true;
  broughtIn = 0;
  beyond: Message | null = null;
  private readonly known = new Set<string>();

  constructor(
    private readonly at: CellRef,
    private readonly context: FormulaContext,
  ) {}

  write(tokens: readonly Token[], sheet: string, depth: number): string {
    const local = localNamePositions(tokens);
    this.problems.push(...syntaxProblems(tokens), ...callProblems(tokens));
    if (local.size > 0) this.movable = false;
    const enclosing: string[] = [];
    const parts: string[] = [];
    let called = '';
    for (const [position, token] of tokens.entries()) {
      if (token.type === 'func') called = functionName(token.value);
      if (token.value === '(') enclosing.push(called);
      if (token.value === ')') enclosing.pop();
      const place = { sheet, depth, caller: enclosing.at(-1) ?? '' };
      parts.push(local.has(position) ? token.value : this.part(token, place));
      if (token.type !== 'func') called = '';
    }
    return parts.join('');
  }

  private part(token: Token, place: Place): string {
    const structured = structuredText(token, this.at, this.context.tables);
    if (structured !== null) return this.structured(structured);
    switch (token.type) {
      case 'func':
        return this.function(functionName(token.value));
      case 'range':
      case 'range_beam':
      case 'range_ternary':
        return this.range(token.value, place);
      case 'range_named':
        return this.name(token.value, place);
      case 'context':
      case 'context_quote':
      case 'unknown':
        return this.refuse('recalc.unsupported.syntax', { found: token.value });
      case 'newline':
      case 'whitespace':
        return ' ';
      default:
        return token.value;
    }
  }

  private function(name: string): string {
    const refused = this.context.functions.has(name) ? null : refusedFunction(name);
    if (refused) this.problems.push(refused.reason);
    this.readsAnything ||= refused?.readsAnything ?? false;
    if (this.context.date1904 && DATE_FUNCTIONS.has(name)) this.refuse('recalc.unsupported.date-system', { name });
    return name;
  }

  private structured(reference: string): string {
    const range = tableRange(reference, this.at, this.context.tables);
    if (range.ok) return this.readRange(range.value, isOwnRow(reference));
    this.problems.push(range.message);
    return '#REF!';
  }

  private range(text: string, { sheet, depth, caller }: Place): string {
    const reference = parseA1Ref(text, { allowTernary: true });
    if (!reference || !('range' in reference)) return this.refuse('recalc.unsupported.syntax', { found: text });
    const name = this.sheetOf(reference, sheet, text);
    const { top, left, bottom, right, trim } = reference.range;
    if (trim) return this.refuse('recalc.unsupported.trimmed-range', { found: text });
    if (name === null) return '#REF!';
    const isOpen = top === null || left === null || bottom == null || right == null;
    if (isOpen && !WHOLE_COLUMN_FUNCTIONS.has(caller)) this.refuse('recalc.unsupported.whole-column', { found: text });
    const cells = { top: top ?? 0, left: left ?? 0, bottom: bottom ?? MAX_ROWS - 1, right: right ?? MAX_COLUMNS - 1 };
    const anchors = anchorsOf(reference.range);
    if (isOpen) this.read({ range: { sheet: name, ...cells }, movesRows: false, movesColumns: false });
    else this.read({ range: { sheet: name, ...cells }, ...anchors });
    if (!isOpen && anchors.mixed) this.movable = false;
    if (!isOpen && depth === 0) this.addresses.push(...text.slice(text.lastIndexOf('!') + 1).split(':'));
    return `${this.context.aliases.get(name)}!${text.slice(text.lastIndexOf('!') + 1)}`;
  }

  private readRange(range: RangeRef, movesRows: boolean): string {
    if (movesRows && (range.top !== this.at.row || range.bottom !== this.at.row)) this.movable = false;
    this.read({ range, movesRows, movesColumns: false });
    return `${this.context.aliases.get(range.sheet)}!${addressOf(range, movesRows)}`;
  }

  /** Long formulas name the same cells again and again. */
  private read(read: FormulaRead): void {
    const key = JSON.stringify(read);
    if (!this.known.has(key)) this.reads.push(read);
    this.known.add(key);
  }

  private sheetOf({ workbookName, sheetName }: ReferenceA1Xlsx, sheet: string, found: string): string | null {
    const name = sheetName || sheet;
    if (workbookName) return this.refuseSheet('recalc.unsupported.other-workbook', found);
    if (name.includes(':')) return this.refuseSheet('recalc.unsupported.several-sheets', found);
    return this.context.sheets.get(folded(name)) ?? this.refuseSheet('recalc.unsupported.unknown-sheet', found);
  }

  private name(text: string, { depth }: Place): string {
    const reference = parseA1Ref(text);
    if (!reference || !('name' in reference)) return this.refuse('recalc.unsupported.syntax', { found: text });
    // `[0]!Name` is how a file writes a name of this very workbook.
    const isElsewhere = reference.workbookName && reference.workbookName !== '0';
    if (isElsewhere) return this.refuse('recalc.unsupported.other-workbook', { found: text });
    const scope = reference.sheetName || this.at.sheet;
    const name = this.findName(reference.name, scope);
    if (!name) return this.refuse('recalc.unsupported.unknown-name', { name: text });
    if (depth >= DEEPEST_NAME) return this.refuse('recalc.unsupported.name-in-itself', { name: text });
    const tokens = this.bringIn(name);
    if (!tokens) return '#REF!';
    if (tokens.some(isRelative)) this.refuse('recalc.unsupported.relative-name', { name: text, formula: name.formula });
    const written = this.write(tokens, name.sheet ?? scope, depth + 1);
    return tokens.length === 1 ? written : `(${written})`;
  }

  /** @returns what a name stands for, `null` where that would be too much */
  private bringIn({ name, formula }: NameSnapshot): readonly Token[] | null {
    const most = Math.min(MOST_PARTS, this.context.partsLeft?.() ?? MOST_PARTS);
    const tokens = this.beyond || lengthProblem(formula) ? null : formulaTokens(formula);
    this.broughtIn += tokens?.length ?? 0;
    if (tokens && this.broughtIn <= most) return tokens;
    this.beyond ??= lengthProblem(formula) ?? message('recalc.beyond.names', { name, most });
    return null;
  }

  private findName(name: string, sheet: string): NameSnapshot | undefined {
    const alike = this.context.names.filter((candidate) => folded(candidate.name) === folded(name));
    const isLocal = (candidate: NameSnapshot) => candidate.sheet !== null && folded(candidate.sheet) === folded(sheet);
    return alike.find(isLocal) ?? alike.find((candidate) => candidate.sheet === null);
  }

  private refuse(code: string, params: Message['params']): string {
    this.problems.push(message(code, params));
    return '#REF!';
  }

  private refuseSheet(code: string, found: string): null {
    this.problems.push(message(code, { found }));
    return null;
  }
}

interface Place {
  readonly sheet: string;
  readonly depth: number;
  /** The function whose argument this is, empty inside other parentheses. */
  readonly caller: string;
}

/** @returns the name in upper case without the file format's prefixes for younger functions */
export function functionName(text: string): string {
  return text.toUpperCase().replace(/^_XLFN\.(_XLWS\.)?/, '');
}
