import type { Problem } from '../case/types';
import { idText, type Content } from '../reader/content';
import type { CellRef } from '../workbook/cell';
import { cellKey } from './sheetCells';
import type { TableCell } from './tableCells';
import type { Candidate, Change } from './types';

const isTidy = (content: string | number): boolean => typeof content === 'number' || idText(content) === content;

/** Ids with spaces or full-width letters, which native look-ups tell from the plain ones, and what refers to them. */
export class Ids {
  /** `null` for an id that several rows have. */
  private readonly ids = new Map<string, TableCell | null>();
  private readonly references = new Map<string, TableCell[]>();

  constructor(cells: readonly TableCell[]) {
    for (const one of cells) {
      const { spec, table, content } = one;
      const key = keyOf(table, idText(content)!);
      if (spec.kind === 'id') this.ids.set(key, this.ids.has(key) ? null : one);
      if (spec.kind === 'reference') this.note(keyOf(spec.references!, idText(content)!), one);
    }
  }

  private note(key: string, reference: TableCell): void {
    const known = this.references.get(key);
    if (known) known.push(reference);
    else this.references.set(key, [reference]);
  }

  /** A reference written as its id is; where the id itself is untidy, the id and all that refers to it. */
  alike(problem: Problem, cell: CellRef, content: Content): Candidate | null {
    const id = idText(content);
    const table = problem.message.params['table'];
    const target = id === null || typeof table !== 'string' ? undefined : this.ids.get(keyOf(table, id));
    if (!target) return null;
    if (!isTidy(target.content)) return this.tidied(problem, target);
    return { problem, kind: 'reference', changes: [{ cell, to: target.content }] };
  }

  /** @returns the id in its plain spelling, and every reference to it likewise; `null` for an id that is plain already */
  tidied(problem: Problem, { table, cell, content }: TableCell): Candidate | null {
    const to = idText(content);
    if (isTidy(content) || to === null || to === '' || !this.ids.get(keyOf(table, to))) return null;
    const others = (this.references.get(keyOf(table, to)) ?? []).filter((reference) => reference.content !== to);
    const changes: Change[] = [{ cell, to }, ...others.map((reference) => ({ cell: reference.cell, to }))];
    return { problem, kind: 'id', changes: uniqueCells(changes) };
  }
}

const keyOf = (table: string, id: string): string => `${table}\n${id}`;

const uniqueCells = (changes: readonly Change[]): readonly Change[] => [
  ...new Map(changes.map((change) => [cellKey(change.cell), change])).values(),
];
