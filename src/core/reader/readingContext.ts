import type { TableLocation } from '../case/types';
import type { Language, TableName } from '../template/types';
import type { Memory } from './memory';
import type { ProblemList } from './problemList';

/** Where an id stands: its sheet row and the cell's own content, which native look-ups compare. */
export interface IdPlace {
  readonly row: number;
  readonly content: string | number;
}

/** Ids of each table that is in the workbook, in the normalised spelling. */
export type Ids = ReadonlyMap<TableName, ReadonlyMap<string, IdPlace>>;

/** What every cell of one workbook is read with. */
export interface ReadingContext {
  readonly language: Language | null;
  readonly date1904: boolean;
  readonly ids: Ids;
  readonly locations: Readonly<Record<string, TableLocation>>;
  /** Headers as they stand in the workbook, by table and column key. */
  readonly headers: ReadonlyMap<TableName, ReadonlyMap<string, string>>;
  readonly problems: ProblemList;
  readonly memory: Memory;
}
