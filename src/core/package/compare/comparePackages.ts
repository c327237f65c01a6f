import type { UniqueFormula } from '../../review/formulas/uniqueFormulas';
import { PATHS } from '../bag/layout';
import { isJsonObject, type Json } from '../json';
import type { OpenedPackage } from '../open';
import { changedEntries, changedMembers, type Change } from './change';

/** In the order in which a person wants to know. */
export const CHANGE_AREAS = [
  'package',
  'numbers',
  'statements',
  'rows',
  'factors',
  'formulas',
  'findings',
  'decisions',
] as const;
export type ChangeArea = (typeof CHANGE_AREAS)[number];

/** What differs between two packages; empty lists where nothing does. */
export type PackageChanges = Readonly<Record<ChangeArea, readonly Change[]>>;

/** A package taken apart, and the formulas of its workbook where that was opened. */
export interface ComparedPackage {
  readonly opened: OpenedPackage;
  /** `null` where there is no workbook, as in a public version. */
  readonly formulas: readonly UniqueFormula[] | null;
}

type Members = { readonly [key: string]: Json };

/**
 * What changed from one submission to the next. Rows go by table and id, findings by their ids, formulas by their text relative to their
 * cell: sorting, moved sheets and inserted rows are no changes.
 */
export function comparePackages(before: ComparedPackage, after: ComparedPackage): PackageChanges {
  const [old, now] = [contentOf(before.opened), contentOf(after.opened)];
  return {
    package: changedMembers('package', old.info, now.info),
    numbers: changedMembers('numbers', old.numbers, now.numbers),
    statements: changedEntries(old.statements, now.statements, ({ key }) => String(key), stated),
    rows: changedEntries(old.rows, now.rows, ({ table, id }) => `${String(table)} ${String(id)}`, stated),
    factors: changedEntries(old.factors, now.factors, ({ id }) => String(id), stated),
    formulas: changedFormulas(before.formulas ?? [], after.formulas ?? []),
    findings: changedEntries(
      old.findings,
      now.findings,
      ({ id }) => String(id),
      ({ severity }) => String(severity),
    ),
    decisions: changedEntries(
      old.decisions,
      now.decisions,
      ({ kind, on }) => `${String(kind)} ${String(on)}`,
      ({ state, text }) => [state, text].filter((part) => typeof part === 'string' && part !== '').join(': '),
    ),
  };
}

/** What a new or vanished row said, in the words that tell it from others. */
function stated(entry: Members): string | null {
  const named = ['process', 'partner', 'place', 'title', 'text', 'value', 'number'].flatMap((key) => entry[key] ?? []);
  return named.length > 0 && typeof named[0] === 'string' ? named[0] : null;
}

interface Content {
  readonly info: Json;
  readonly numbers: Json;
  readonly statements: readonly Members[];
  readonly rows: readonly Members[];
  readonly factors: readonly Members[];
  readonly findings: readonly Members[];
  readonly decisions: readonly Members[];
}

/** A document that is missing or broken counts as empty; `verify` says so of it. */
function contentOf({ json, documents }: OpenedPackage): Content {
  const info = documents.info ? (json.get(PATHS.info) as Members) : {};
  const full = documents.reading ? (json.get(PATHS.case) as Members) : null;
  const published = documents.public ? (json.get(PATHS.public) as Members) : {};
  const stated = (full?.['case'] ?? {}) as Members;
  return {
    info: pick(info, ['version', 'draft', 'blocking', 'software', 'templateVersion', 'productName', 'fiscalYear']),
    numbers: numbersOf(info, documents.assessment ? (json.get(PATHS.assessment) as Members) : null),
    statements: full ? fieldsOf(stated) : textsOf(published),
    rows: rowsOf(stated),
    factors: documents.factors ? factorsOf(json.get(PATHS.factors) as Members) : listOf(published['factors']),
    findings: documents.findings ? findingsOf(json.get(PATHS.findings) as Members) : [],
    decisions: documents.findings ? decisionsOf(json.get(PATHS.findings) as Members) : [],
  };
}

const listOf = (value: Json | undefined): readonly Members[] =>
  Array.isArray(value) ? (value as readonly Members[]) : [];

const pick = (from: Members, keys: readonly string[]): Members =>
  Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]!] as const])));

const without = (from: Members, keys: readonly string[]): Members =>
  Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));

function numbersOf(info: Members, document: Members | null): Json {
  const assessment = (document?.['assessment'] ?? {}) as Members;
  const valueOf = (key: string): Json => ((assessment[key] ?? {}) as Members)['value'] ?? null;
  const stages = listOf(assessment['stages']).flatMap((stage) =>
    ['baseline', 'product', 'reduction'].map((side) => [`${String(stage['stage'])}.${side}`, stage[side]!] as const),
  );
  const settings = listOf(assessment['settings']).map(({ key, value }) => [`setting.${String(key)}`, value!] as const);
  const more: Members = document
    ? { contributionRate: valueOf('contributionRate'), unitsOutside: valueOf('unitsOutside') }
    : {};
  return { ...((info['numbers'] ?? {}) as Members), ...more, ...Object.fromEntries([...stages, ...settings]) };
}

const fieldsOf = (stated: Members): readonly Members[] =>
  Object.values((stated['fields'] ?? {}) as Members).map((field) => without(field as Members, ['ref']));

const textsOf = (published: Members): readonly Members[] =>
  Object.entries((published['statements'] ?? {}) as Members).map(([key, text]) => ({ key, text }));

/** Every row of every table, with its table and id and without where it stands. */
function rowsOf(stated: Members): readonly Members[] {
  const sides = ['baseline', 'product', 'sideEffects'].flatMap((side) =>
    listOf(((stated[side] ?? {}) as Members)['lines']),
  );
  const tables = Object.entries(stated).filter(([key]) => key !== 'factors');
  const others = tables.flatMap(([, rows]) =>
    listOf(rows).filter((row) => isJsonObject(row) && row['ref'] !== undefined),
  );
  return [...sides, ...others].map((row) => {
    const { table, id } = row['ref'] as Members;
    const values = (row['values'] ?? {}) as Members;
    return { table: table!, id: id!, ...without(row, ['ref', 'values']), ...values };
  });
}

const factorsOf = (document: Members): readonly Members[] =>
  listOf(document['factors']).map((factor) => ({
    ...without(factor, ['attributes', 'lines']),
    ...((factor['attributes'] ?? {}) as Members),
  }));

const findingsOf = (document: Members): readonly Members[] =>
  listOf(document['findings']).map((finding) => pick(finding, ['id', 'severity', 'reason', 'message']));

/** Decisions and reasons as they stand, replies as they were written. */
function decisionsOf(document: Members): readonly Members[] {
  const standing = [...listOf(document['decisions']), ...listOf(document['reasons'])].map(({ entry, on, status }) => ({
    ...pick(entry as Members, ['kind', 'state', 'text', 'by', 'date', 'round']),
    on: on!,
    status: status!,
  }));
  return [...standing, ...listOf(document['replies'])];
}

/** A formula that stands in more or fewer rows than before is the same formula. */
function changedFormulas(before: readonly UniqueFormula[], after: readonly UniqueFormula[]): readonly Change[] {
  const keyOf = ({ sheet, r1c1 }: UniqueFormula) => `${sheet}\u0000${r1c1}`;
  const [old, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const told = ({ sheet, r1c1, regions }: UniqueFormula) => ({
    id: `${sheet}!${regions[0] ?? ''}`,
    field: null,
    formula: r1c1,
  });
  const removed = before.filter((one) => !now.has(keyOf(one))).map(told);
  const added = after.filter((one) => !old.has(keyOf(one))).map(told);
  return [
    ...removed.map(({ id, field, formula }): Change => ({ kind: 'removed', id, field, before: formula, after: null })),
    ...added.map(({ id, field, formula }): Change => ({ kind: 'added', id, field, before: null, after: formula })),
  ];
}
