import type { Case } from '../../case/types';
import type { Finding } from '../finding';
import { CRITERIA, type Criterion } from '../finding';
import { placesOf, type Places } from '../places';
import { criterionOf, tablesOf } from '../criterionOf';
import type { CellRef } from '../../workbook/cell';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { basisChanges, basisDigest, digestOf, type Basis, type BasisChange } from './basis';
import { closureOf, type Grounds } from './closure';
import { isCriterion, type Decision, type Reason } from './entries';
import { Reads } from './reads';

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
  /** @param on criterion or id of a finding; @returns `null` for a finding that is not there */
  of(on: string): Basis | null;
}

/** @param findings all of the workbook's */
export function basisFinder(snapshot: WorkbookSnapshot, read: Case, findings: readonly Finding[]): BasisFinder {
  const grounds: Grounds = { reads: new Reads(snapshot), places: placesOf(read) };
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const known = new Map<string, Basis>();
  const compute = (on: string): Basis | null => {
    if (isCriterion(on)) return criterionBasis(on, read, findings, grounds);
    const finding = byId.get(on);
    return finding ? findingBasis(finding, grounds) : null;
  };
  return {
    of: (on) => {
      const basis = known.get(on) ?? compute(on);
      if (basis) known.set(on, basis);
      return basis;
    },
  };
}

/** A finding rests on the cells it names; without any, on the row or table it is about, and else on what it says. */
function findingBasis({ cells, subject, message }: Finding, grounds: Grounds): Basis {
  const roots = cells.length > 0 ? cells : cellsOfSubject(subject, grounds.places);
  const said = roots.length > 0 ? null : JSON.stringify([message.code, message.params]);
  return { cells: closureOf(roots, grounds), said, findings: [] };
}

const cellsOfSubject = ({ table, rowId, column }: Finding['subject'], places: Places): readonly CellRef[] =>
  table === null ? [] : places.cellsOf(table, { rowId, column });

function criterionBasis(criterion: Criterion, read: Case, findings: readonly Finding[], grounds: Grounds): Basis {
  const fields = Object.keys(read.fieldRows).filter((key) => criterionOf('KmcCase', key) === criterion);
  const roots = [
    ...fields.flatMap((rowId) => grounds.places.cellsOf('KmcCase', { rowId })),
    ...tablesOf(criterion).flatMap((table) => grounds.places.cellsOf(table)),
  ];
  const open = findings.filter((finding) => finding.criterion === criterion && finding.severity !== 'info');
  return { cells: closureOf(roots, grounds), said: null, findings: open.map(({ id }) => id) };
}

/** @returns what became of each entry, in their order. @param all decisions or reasons, one on each thing */
export function standings<Of extends Decision | Reason>(
  all: readonly Of[],
  bases: BasisFinder,
  findings: readonly Finding[],
): readonly Standing<Of>[] {
  const moved = movedPlaces(all, bases, findings);
  return all.map((entry) => {
    const on = moved.get(entry.on) ?? entry.on;
    const basis = bases.of(on);
    if (!basis) return { entry, on, status: 'gone', changes: [] };
    const changes = basisChanges(entry.basis, basis);
    return { entry, on, status: changes.length === 0 ? 'stands' : 'reopened', changes };
  });
}

/**
 * A cell outside every table has only its address, which inserted rows and renamed sheets change. Its decision goes with a finding of the
 * same rule on the same contents that no decision names, the first one in the workbook's order.
 */
function movedPlaces(
  entries: readonly (Decision | Reason)[],
  bases: BasisFinder,
  findings: readonly Finding[],
): ReadonlyMap<string, string> {
  const ids = new Set(findings.map(({ id }) => id));
  const orphans = entries.filter(({ on }) => !isCriterion(on) && !ids.has(on) && isPlaced(on));
  if (orphans.length === 0) return new Map();
  const rules = new Set(orphans.map(({ on }) => ruleOf(on)));
  const taken = new Set(entries.map(({ on }) => on));
  const free = new Map<string, string[]>();
  for (const { id, rule, subject } of findings) {
    if (subject.place === null || taken.has(id) || !rules.has(rule)) continue;
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
