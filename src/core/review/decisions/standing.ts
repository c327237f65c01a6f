import type { Case } from '../../case/types';
import { toEnd } from '../../parts';
import { CRITERIA, type Criterion, type Finding, type FindingSeverity } from '../finding';
import { placesOf, type Places } from '../places';
import { criterionOf, tablesOf } from '../criterionOf';
import type { CellRef } from '../../workbook/cell';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { basisChanges, basisDigest, digestOf, type Basis, type BasisChange } from './basis';
import { closureOf } from './closure';
import { isCriterion, type Decision, type Reason } from './entries';
import { formulaBasis, formulaId } from './formulaDecision';
import { Grounds } from './grounds';
import type { UniqueFormula } from '../formulas/uniqueFormulas';

/** A decision or a reason, and what became of it. */
export interface Standing<Of extends Decision | Reason = Decision | Reason> {
  readonly entry: Of;
  /** Criterion, or id of the finding it is about now: a cell outside every table may have moved. */
  readonly on: string;
  /** `reopened`: what it rests on is another thing now. `gone`: the finding is there no more. */
  readonly status: 'stands' | 'reopened' | 'gone';
  /** Why it was reopened. */
  readonly changes: readonly BasisChange[];
}

/** Says what a decision on anything rests on in one workbook. */
export interface BasisFinder {
  /** @param on criterion, or id of a finding or of a formula; @returns `null` for what is not there */
  of(on: string): Basis | null;
  /** What stands at a place that has no name: findings outside every table, and formulas as such. */
  readonly placed: readonly { readonly id: string; readonly rule: string }[];
}

/** What can be decided on in one workbook. */
export interface Decidable {
  readonly snapshot: WorkbookSnapshot;
  readonly case: Case;
  readonly findings: readonly Finding[];
  /** The workbook's formulas, each once. */
  readonly formulas: readonly UniqueFormula[];
}

export function basisFinder({ snapshot, case: read, findings, formulas }: Decidable): BasisFinder {
  const grounds = new Grounds(snapshot, placesOf(read));
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const formulaOf = new Map(formulas.map((formula) => [formulaId(formula), formula]));
  const known = new Map<string, Basis>();
  const compute = (on: string): Basis | null => {
    if (isCriterion(on)) return criterionBasis(on, read, findings, grounds);
    const finding = byId.get(on);
    if (finding) return findingBasis(finding, grounds);
    const formula = formulaOf.get(on);
    return formula ? formulaBasis(formula) : null;
  };
  const free = findings.filter(({ subject }) => subject.place !== null);
  return {
    of: (on) => {
      const basis = known.get(on) ?? compute(on);
      if (basis) known.set(on, basis);
      return basis;
    },
    placed: [
      ...free.map(({ id, rule }) => ({ id, rule })),
      ...[...formulaOf.keys()].map((id) => ({ id, rule: ruleOf(id) })),
    ],
  };
}

/** A finding rests on the cells it names; without any, on the row or table it is about, and else on what it says. */
function findingBasis({ cells, subject, message }: Finding, grounds: Grounds): Basis {
  const roots = cells.length > 0 ? cells : cellsOfSubject(subject, grounds.places);
  const said = roots.length > 0 ? null : JSON.stringify([message.code, message.params]);
  return { cells: closureOf(roots, grounds), said, findings: [], news: [] };
}

const cellsOfSubject = ({ table, rowId, column }: Finding['subject'], places: Places): readonly CellRef[] =>
  table === null ? [] : places.cellsOf(table, { rowId, column });

function criterionBasis(criterion: Criterion, read: Case, findings: readonly Finding[], grounds: Grounds): Basis {
  const fields = Object.keys(read.fieldRows).filter((key) => criterionOf('KmcCase', key) === criterion);
  const roots = [
    ...fields.flatMap((rowId) => grounds.places.cellsOf('KmcCase', { rowId })),
    ...tablesOf(criterion).flatMap((table) => grounds.places.cellsOf(table)),
  ];
  const { reads } = grounds;
  const filled = roots.filter((cell) => reads.value(cell) !== null || reads.formula(cell) !== null);
  const own = findings.filter((finding) => finding.criterion === criterion);
  const idsOf = (of: readonly Finding[], ...severities: readonly FindingSeverity[]): readonly string[] =>
    of.filter(({ severity }) => severities.includes(severity)).map(({ id }) => id);
  // Which program saved the file last changes nothing that was decided on.
  const ofCase = own.filter(({ rule }) => rule !== 'formula.no-stored-value');
  return {
    cells: closureOf(filled, grounds),
    said: null,
    findings: idsOf(own, 'block', 'unknown', 'warn'),
    news: idsOf(ofCase, 'block', 'warn'),
  };
}

/** @returns what became of each entry, in their order. @param all decisions or reasons, one on each thing */
export const standings = <Of extends Decision | Reason>(
  all: readonly Of[],
  bases: BasisFinder,
): readonly Standing<Of>[] => toEnd(standingParts(all, bases));

/** As `standings`, pausing after each entry. */
export function* standingParts<Of extends Decision | Reason>(
  all: readonly Of[],
  bases: BasisFinder,
): Generator<void, readonly Standing<Of>[], void> {
  const moved = movedPlaces(all, bases);
  const stand: Standing<Of>[] = [];
  for (const entry of all) {
    const on = moved.get(entry.on) ?? entry.on;
    const basis = bases.of(on);
    const changes = basis ? basisChanges(entry.basis, basis) : [];
    stand.push({ entry, on, status: !basis ? 'gone' : changes.length === 0 ? 'stands' : 'reopened', changes });
    yield;
  }
  return stand;
}

/**
 * A cell outside every table has only its address, which inserted rows and renamed sheets change. Its decision goes with a finding of the
 * same rule on the same contents that no decision names, the first one in the workbook's order.
 */
function movedPlaces(entries: readonly (Decision | Reason)[], bases: BasisFinder): ReadonlyMap<string, string> {
  const orphans = entries.filter(({ on }) => !isCriterion(on) && isPlaced(on) && bases.of(on) === null);
  if (orphans.length === 0) return new Map();
  const rules = new Set(orphans.map(({ on }) => ruleOf(on)));
  const taken = new Set(entries.map(({ on }) => on));
  const free = new Map<string, string[]>();
  for (const { id, rule } of bases.placed) {
    if (taken.has(id) || !rules.has(rule)) continue;
    const key = `${rule} ${digestOf(bases.of(id)!)}`;
    free.set(key, [...(free.get(key) ?? []), id]);
  }
  return new Map(
    orphans.flatMap(({ on, basis }) => {
      const id = free.get(`${ruleOf(on)} ${basisDigest(basis) ?? ''}`)?.shift();
      return id === undefined ? [] : [[on, id] as const];
    }),
  );
}

const ruleOf = (on: string): string => on.slice(0, on.indexOf('|'));
const isPlaced = (on: string): boolean => on.split('|').slice(1, 4).join('') === '';

/** Decisions on the criteria in their order, `null` where there is none. */
export const ofCriteria = (
  decisions: readonly Standing<Decision>[],
): Readonly<Record<Criterion, Standing<Decision> | null>> =>
  Object.fromEntries(
    CRITERIA.map((criterion) => [criterion, decisions.find(({ on }) => on === criterion) ?? null]),
  ) as Record<Criterion, Standing<Decision> | null>;
