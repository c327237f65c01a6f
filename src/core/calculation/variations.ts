import type { Case, Problem, Reading, VariationRow } from '../case/types';
import { cellOf } from '../case/cellOf';
import type { Message } from '../message';
import { certifiedNumbers } from './assess';
import { changedCase, type CompleteChange } from './changedCase';
import { missing } from './output';
import type { Profile } from './profile';
import type { Assessment, Result } from './types';
import { groupBy } from './unitsOutside';

export interface VariationChange {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** What stands in the case; `null`: blank. */
  readonly from: string | null;
  readonly to: string;
}

/** Both numbers as they would be with some inputs changed together. */
export interface Variation {
  readonly name: string;
  readonly changes: readonly VariationChange[];
  readonly reductionPerUnit: Result;
  readonly avoided: Result;
  /** Why there are no numbers; empty when the first one stands. */
  readonly reasons: readonly Message[];
}

export interface Variations {
  readonly variations: readonly Variation[];
  /** Changes that cannot be made, at their rows. */
  readonly problems: readonly Problem[];
}

/**
 * Every named variation of the workbook: its changes made to the case, which is then assessed as any case.
 *
 * @param reading the case as read
 * @param profile as for `assess`
 * @param base the numbers of the case itself
 */
export function variationsOf(
  reading: Reading,
  profile?: Profile,
  base: Numbers = certifiedNumbers(reading, profile),
): Variations {
  const named = reading.case.variations.filter(({ name }) => name !== null);
  const problems: Problem[] = [];
  const variations = [...groupBy(named, ({ name }) => name!)].map(([name, rows]) => {
    const made = makeChanges(reading, rows);
    problems.push(...made.problems);
    return made.reasons.length > 0
      ? without(name, made.changes, made.reasons, base)
      : assessed(name, made.changes, certifiedNumbers({ ...reading, case: made.case }, profile));
  });
  return { variations, problems };
}

interface Made {
  readonly case: Case;
  readonly changes: readonly VariationChange[];
  readonly problems: readonly Problem[];
  readonly reasons: readonly Message[];
}

function makeChanges(reading: Reading, rows: readonly VariationRow[]): Made {
  let changed = reading.case;
  const changes: VariationChange[] = [];
  const problems: Problem[] = [];
  const reasons: Message[] = [];
  for (const row of rows) {
    const refused = refusedWhileReading(reading, row);
    reasons.push(...refused);
    if (refused.length > 0 || !isComplete(row)) continue;
    const next = changedCase(changed, row);
    if (next.ok) {
      changed = next.value.case;
      changes.push({ table: row.table, row: row.row, column: row.column, from: next.value.from, to: row.value });
    } else {
      reasons.push(next.message);
      problems.push(problemAt(reading.case, row, next.message));
    }
  }
  return { case: changed, changes, problems, reasons };
}

/** A cell without content was told by the reader, which leaves such a row out of every variation. */
const isComplete = (row: VariationRow): row is CompleteChange =>
  [row.table, row.row, row.column, row.value].every((cell) => cell !== null);

function refusedWhileReading({ problems }: Reading, { ref }: VariationRow): Message[] {
  return problems
    .filter(({ severity, table, rowId }) => severity === 'block' && table === ref.table && (rowId ?? ref.id) === ref.id)
    .map(({ message }) => message);
}

function problemAt({ locations }: Case, { ref }: VariationRow, message: Message): Problem {
  const cell = cellOf(locations, ref, 'value');
  return { severity: 'block', message, cell, table: ref.table, rowId: ref.id, column: 'value' };
}

type Numbers = Pick<Assessment, 'reductionPerUnit' | 'avoided'>;

function assessed(
  name: string,
  changes: readonly VariationChange[],
  { reductionPerUnit, avoided }: Numbers,
): Variation {
  return { name, changes, reductionPerUnit, avoided, reasons: reductionPerUnit.reasons };
}

function without(
  name: string,
  changes: readonly VariationChange[],
  reasons: readonly Message[],
  { reductionPerUnit, avoided }: Numbers,
): Variation {
  return {
    name,
    changes,
    reductionPerUnit: missing(reductionPerUnit.unit, reductionPerUnit.rounding, reasons),
    avoided: missing(avoided.unit, avoided.rounding, reasons),
    reasons,
  };
}
