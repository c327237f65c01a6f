import { failure, success, type Outcome } from '../message';

export const SEPARATORS = [',', '\t', ';'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Enough to tell a file by. */
const SAMPLE_LINES = 20;

/**
 * The separator of a delimited text: the one that parts its first lines into the most columns, the same number in most of them.
 * @returns a comma where none parts anything
 */
export function separatorOf(text: string): Separator {
  const scored = SEPARATORS.map((separator) => ({ separator, score: score(text, separator) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** Cells beyond the first in lines that have as many as the first line. */
function score(text: string, separator: Separator): number {
  const parsed = parseDelimited(text, separator);
  if (!parsed.ok) return 0;
  const lines = parsed.value.filter((cells) => cells.some((cell) => cell !== '')).slice(0, SAMPLE_LINES);
  const width = lines[0]?.length ?? 1;
  return (width - 1) * lines.filter((cells) => cells.length === width).length;
}

/**
 * Parts a delimited text into cells as RFC 4180 says: quotes around a cell, doubled inside it, and line breaks within quotes; CRLF, LF or
 * CR end a line. Texts are kept as they stand, spaces too. A last line break ends the last line and begins no other.
 * A quote inside a cell that does not begin with one is a character like any other (`5" pipe`).
 * @returns lines of cells, or `inventory.refused.csv.open-quote`, `inventory.refused.csv.after-quote` with the line, from 1
 */
export function parseDelimited(text: string, separator: Separator): Outcome<readonly (readonly string[])[]> {
  const parser = new Parser(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text, separator);
  return parser.lines();
}

const BYTE_ORDER_MARK = '\uFEFF';

class Parser {
  private at = 0;
  private line = 1;

  constructor(
    private readonly text: string,
    private readonly separator: Separator,
  ) {}

  lines(): Outcome<readonly (readonly string[])[]> {
    const lines: string[][] = [];
    let cells: string[] = [];
    while (this.at < this.text.length || cells.length > 0) {
      const cell = this.cell();
      if (!cell.ok) return cell;
      cells.push(cell.value);
      if (this.text[this.at] === this.separator) {
        this.at++;
        if (this.at < this.text.length) continue;
        cells.push('');
      }
      this.lineBreak();
      lines.push(cells);
      cells = [];
    }
    return success(lines);
  }

  private cell(): Outcome<string> {
    return this.text[this.at] === '"' ? this.quoted() : this.plain();
  }

  private plain(): Outcome<string> {
    const start = this.at;
    while (this.at < this.text.length && !this.isEnd()) this.at++;
    return success(this.text.slice(start, this.at));
  }

  private quoted(): Outcome<string> {
    const opened = this.line;
    let cell = '';
    this.at++;
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      if (end < 0) return failure('inventory.refused.csv.open-quote', { line: opened });
      cell += this.text.slice(this.at, end);
      this.at = end + 1;
      if (this.text[this.at] !== '"') break;
      cell += '"';
      this.at++;
    }
    this.line += cell.split(/\r\n|\r|\n/).length - 1;
    const isOver = this.at >= this.text.length || this.isEnd();
    return isOver ? success(cell) : failure('inventory.refused.csv.after-quote', { line: this.line });
  }

  private isEnd(): boolean {
    const character = this.text[this.at]!;
    return character === this.separator || character === '\n' || character === '\r';
  }

  private lineBreak(): void {
    if (this.text[this.at] === '\r') this.at += this.text[this.at + 1] === '\n' ? 2 : 1;
    else if (this.text[this.at] === '\n') this.at++;
    this.line++;
  }
}
