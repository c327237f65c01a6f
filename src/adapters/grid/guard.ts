import {
  CommandType,
  CustomCommandExecutionError,
  ICommandService,
  type ICommandInfo,
  type Injector,
  type IRange,
} from '@univerjs/core';
import { message, type Message } from '../../core/message';
import { bodyOf, type Tables } from './tableReference';

/** Commands whose effect an .xlsx file written by us would not have: better refused than lost. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/insert-col|remove-col|insert-range-move|delete-range-move|insert-multi-cols/, 'columns'],
  [/move-rows|move-cols|move-range|reorder-range/, 'move'],
  [/insert-sheet|remove-sheet|copy-sheet|copy-worksheet|set-worksheet-(name|order|hide|show)|tab-color/, 'sheets'],
  [/defined-name/, 'names'],
  [
    /set-style|set-border|bold|italic|underline|text-(color|wrap|rotation)|background|font|align|merge|numfmt|format-painter|clear-selection-(format|all)|range-theme|gridlines/,
    'look',
  ],
  [/protection|permission/, 'protection'],
];

const REMOVE_ROWS = 'sheet.command.remove-row-by-range';

export interface GuardContext {
  readonly tables: () => Tables;
  readonly nameOf: (sheetId: string) => string;
  readonly refused: (why: Message) => void;
}

/** Stops commands before they change anything, and says why. */
export function guardCommands(injector: Injector, context: GuardContext): { dispose(): void } {
  return injector.get(ICommandService).beforeCommandExecuted((command) => {
    const why = refusal(command, context);
    if (!why) return;
    context.refused(why);
    throw new CustomCommandExecutionError(why.code);
  });
}

function refusal(command: Readonly<ICommandInfo>, context: GuardContext): Message | null {
  if (command.type !== CommandType.COMMAND || !command.id.startsWith('sheet')) return null;
  if (command.id === REMOVE_ROWS) return rowsRefusal(command.params as RemoveParams, context);
  const reason = REFUSED.find(([pattern]) => pattern.test(command.id))?.[1];
  return reason ? message(`workbench.refused.${reason}`) : null;
}

interface RemoveParams {
  readonly range: IRange;
  readonly subUnitId: string;
}

/** A table keeps its header and one line, as in Excel. */
function rowsRefusal({ range, subUnitId }: RemoveParams, { tables, nameOf }: GuardContext): Message | null {
  const covers = (first: number, last: number) => range.startRow <= first && range.endRow >= last;
  const sheet = nameOf(subUnitId);
  for (const table of tables().filter((each) => each.range.sheet === sheet)) {
    const body = bodyOf(table);
    const losesHeader = table.headerRow && covers(table.range.top, table.range.top);
    const losesTotals = table.totalsRow && covers(table.range.bottom, table.range.bottom);
    if (losesHeader || losesTotals) return message('workbench.refused.header', { table: table.name });
    if (covers(body.top, body.bottom)) return message('workbench.refused.last-line', { table: table.name });
  }
  return null;
}
