import { cellOf } from '../case/cellOf';
import type { Case, Problem } from '../case/types';
import { parseFiscalYear } from '../case/fiscalYear';
import { message } from '../message';
import { normaliseText } from '../quantity/normalise';
import { parseUnit } from '../quantity/parseUnit';
import type { SheetCells } from './sheetCells';
import type { Ids } from './references';
import type { TableCell } from './tableCells';
import type { Candidate, FixKind } from './types';

/** Raised and lowered digits are good typography, not another spelling. */
const RAISED = /[⁰¹²³⁴-⁾₀-₎]/;

const lookOf = (text: string): string => normaliseText(text).toLowerCase().replaceAll(' ', '');

/**
 * @param text a unit as typed
 * @returns its canonical spelling where the two differ in width, letter case or spaces alone: ｋＷｈ, kwh and `kWh ` give kWh, ㎏ gives kg.
 *   `null` for synonyms (`kgCO2e`), ambiguous and unknown texts
 */
export function unitMeant(text: string): string | null {
  const unit = parseUnit(text);
  if (!unit.ok || RAISED.test(text)) return null;
  const { text: canonical } = unit.value;
  return text !== canonical && lookOf(text) === lookOf(canonical) ? canonical : null;
}

/**
 * What the reader takes without complaint but native formulas, which compare contents letter for letter, may not: units, fiscal years and
 * ids in another spelling. Each comes with a problem of its own, `fixes.spelling.<kind>`, of severity `info`.
 */
export function spellingCandidates(
  typed: readonly TableCell[],
  { source, cells, ids }: { readonly source: Case; readonly cells: SheetCells; readonly ids: Ids },
): readonly Candidate[] {
  const soldUnit = soldUnitIn(source, cells);
  return typed.flatMap((one) => {
    const { spec, content, cell } = one;
    if (spec.kind === 'id') return ids.tidied(noteOf(one, 'id', idNote(content)), one) ?? [];
    if (typeof content !== 'string') return [];
    const [kind, to] = meantIn(one, content, soldUnit, cells);
    if (to === null || to === content) return [];
    return [{ problem: noteOf(one, kind, to), kind, changes: [{ cell, to }] }];
  });
}

const idNote = (content: string | number): string => normaliseText(String(content));

function meantIn(
  { spec, table, cell }: TableCell,
  text: string,
  soldUnit: string | null,
  cells: SheetCells,
): readonly [FixKind, string | number | null] {
  if (spec.kind === 'unit') return ['unit', unitMeant(text)];
  if (spec.kind === 'period') return ['period', cells.takesNumbers(cell) ? yearIn(text) : null];
  const countsSold = table === 'KmcSales' && spec.key === 'unit' && soldUnit !== null;
  return ['sold-unit', countsSold && normaliseText(soldUnit) === normaliseText(text) ? soldUnit : null];
}

function yearIn(text: string): number | null {
  const year = parseFiscalYear(text);
  return year.ok ? year.value : null;
}

/** As it stands in the cell that native formulas compare with. */
function soldUnitIn({ fields, locations }: Case, cells: SheetCells): string | null {
  const field = fields['soldUnit'];
  const cell = field ? cellOf(locations, field.ref, 'value') : null;
  const content = cell ? cells.value(cell) : null;
  return typeof content === 'string' && content.trim() === content ? content : null;
}

function noteOf({ cell, content, table, rowId, spec, header }: TableCell, kind: FixKind, to: string | number): Problem {
  const params = { header, found: content, expected: to };
  return {
    severity: 'info',
    message: message(`fixes.spelling.${kind}`, params),
    cell,
    table,
    rowId,
    column: spec.key,
  };
}

/** Whether a problem is one of spelling alone, which reading takes well. */
export const isSpelling = ({ message: { code } }: Problem): boolean => code.startsWith('fixes.spelling.');
