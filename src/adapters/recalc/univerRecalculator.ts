import { callFunction } from '../../core/functions/call';
import { FUNCTIONS } from '../../core/functions/registry';
import type { FunctionSpec } from '../../core/functions/types';
import { KmcError, type Message } from '../../core/message';
import type { Recalculator } from '../../core/ports';
import type { CellRef } from '../../core/workbook/cell';
import type { Recalculation } from '../../core/workbook/recalculation';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { formulaContext } from '../grid/engineFormula';
import { excelFunctions } from '../grid/excelFunctions';
import { engineFunctions, NAMESPACE } from '../grid/functionBridge';
import type { Place } from './cellIndex';
import { Engine } from './engine';
import { engineSheets } from './engineSheets';
import { formulaCells, membersAfterFirst, placeKey, placeOf, type FormulaCell } from './formulaCells';
import { Pass, type PassResult, type Trust } from './pass';
import { keyOf, Plan } from './plan';
import type { ReadBlock } from './precedence';
import { recalculationOf } from './recalculationOf';

/** Filling formulas whose extent depends on other filling formulas settle after as many passes; this many are enough for any sane sheet. */
const MOST_PASSES = 12;

/**
 * Calculates a workbook's formulas with the grid's engine. One engine a call, disposed of at its end; nothing is kept in between.
 *
 * @param functions the add-in's functions
 */
export function createRecalculator(functions: readonly FunctionSpec[] = FUNCTIONS): Recalculator {
  return { recalculate: async (snapshot, changed = []) => recalculate(snapshot, changed, functions) };
}

function recalculate(
  snapshot: WorkbookSnapshot,
  changed: readonly CellRef[],
  functions: readonly FunctionSpec[],
): Recalculation {
  const context = formulaContext(snapshot, new Set(functions.map(({ id }) => `${NAMESPACE}.${id}`)));
  const edited = editedPlaces(snapshot, changed);
  const formulas = formulaCells(snapshot, context, new Set(edited.keys()));
  const stored = formulas.map(storedBlocks);
  const empty = new Set([
    ...formulas.map(keyOf),
    ...stored.flat().flatMap((block) => [...membersAfterFirst(block)].map(keyOf)),
  ]);
  const engine = new Engine(engineSheets(snapshot, formulas, context, empty), [
    ...excelFunctions(refuse),
    ...engineFunctions(functions, callFunction),
  ]);
  try {
    return recalculationOf(snapshot, formulas, settle(snapshot, formulas, edited, stored, engine));
  } finally {
    engine.dispose();
  }
}

function refuse(why: Message): never {
  throw new KmcError(why);
}

/** Repeats the walk until formulas fill the cells they were assumed to fill when the order was made. */
function settle(
  snapshot: WorkbookSnapshot,
  formulas: readonly FormulaCell[],
  edited: ReadonlyMap<number, Place>,
  stored: readonly (readonly ReadBlock[])[],
  engine: Engine,
): PassResult {
  let trust: Trust = { readsAnything: edited.size === 0, unsettled: new Set() };
  let filled = stored;
  for (let pass = 1; ; pass++) {
    const result = new Pass(new Plan(snapshot, formulas, edited, filled), engine, trust).run();
    const next = stored.map((blocks, cell) => [...blocks, ...blockList(result.filled[cell])]);
    const moving = new Set([...next.keys()].filter((cell) => !sameBlocks(next[cell]!, filled[cell]!)));
    const trusted = trust.readsAnything && (!result.anyChange || !readsFreely(formulas));
    if (moving.size === 0 && trusted === trust.readsAnything) return result;
    trust = {
      readsAnything: trusted,
      unsettled: pass < MOST_PASSES ? trust.unsettled : new Set([...trust.unsettled, ...moving]),
    };
    filled = next;
    for (const key of result.members.keys()) engine.clear(placeOf(key));
    engine.forget();
  }
}

const readsFreely = (formulas: readonly FormulaCell[]): boolean => formulas.some(({ engine }) => engine.readsAnything);

const blockList = (block: ReadBlock | null | undefined): readonly ReadBlock[] => (block ? [block] : []);

function storedBlocks({ filled, sheet }: FormulaCell): readonly ReadBlock[] {
  return filled ? [{ ...filled, sheet }] : [];
}

function sameBlocks(one: readonly ReadBlock[], other: readonly ReadBlock[]): boolean {
  if (one.length === 0 && other.length === 0) return true;
  return JSON.stringify(one) === JSON.stringify(other);
}

function editedPlaces(snapshot: WorkbookSnapshot, changed: readonly CellRef[]): Map<number, Place> {
  const positions = new Map(snapshot.sheets.map(({ name }, position) => [name, position]));
  return new Map(
    changed.map(({ sheet, row, column }) => {
      const place = { sheet: positions.get(sheet) ?? -1, row, column };
      return [placeKey(place.sheet, row, column), place];
    }),
  );
}
