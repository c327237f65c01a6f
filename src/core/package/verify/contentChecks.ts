import { PATHS } from '../bag/layout';
import { differences } from '../differences';
import { assessmentDocumentShape } from '../documents/assessmentShape';
import { caseDocumentShape } from '../documents/caseShape';
import { factorsOf, factorsShape, type FactorsDocument } from '../documents/factors';
import { findingsShape } from '../documents/findings';
import { infoOf, infoShape } from '../documents/info';
import { DATASET } from '../../reference/dataset';
import { factorById } from '../../reference/factorById';
import { cellAddress } from '../../workbook/a1';
import { isCellError, type CellValue } from '../../workbook/cell';
import { isJsonObject, type Json } from '../json';
import type { FaultCode, NotChecked } from './codes';
import type { VerifyContext } from './context';
import { fault, type Fault } from './fault';

type Checked = readonly Fault[] | NotChecked;

const NOTHING = '–';

/** Places of a document that are not as they follow from the rest of the package. */
function compared(code: FaultCode, path: string, expected: Json, found: Json): readonly Fault[] {
  return differences(expected, found).map((difference) =>
    fault(code, `${path}#${difference.path}`, {
      expected: difference.expected ?? NOTHING,
      found: difference.found ?? NOTHING,
    }),
  );
}

/** Every number, with its trace, follows from the packaged case. */
export function checkNumbers({ recomputed, documents, opened }: VerifyContext): Checked {
  if (!recomputed || !documents.assessment) return 'document-broken';
  const found = opened.json.get(PATHS.assessment)!;
  return compared('number-differs', PATHS.assessment, assessmentDocumentShape.encode(recomputed), found);
}

/** The snapshot of the factors follows from the packaged case. */
export function checkFactors({ documents: { reading, factors } }: VerifyContext): Checked {
  if (!reading || !factors) return 'document-broken';
  const expected = factorsShape.encode(factorsOf(reading.case)) as Record<string, Json>;
  const found = factorsShape.encode(factors) as Record<string, Json>;
  return [
    ...byKey('factor', `${PATHS.factors}#/factors`, expected['factors']!, found['factors']!, ['id']),
    ...byKey('factor', `${PATHS.factors}#/typed`, expected['typed']!, found['typed']!, ['table', 'line']),
  ];
}

/** Entries of two lists beside each other by what names them; entries of one name in their order. */
export function byKey(
  kind: 'factor' | 'finding' | 'decision',
  path: string,
  expected: Json,
  found: Json,
  keys: readonly string[],
): readonly Fault[] {
  const [wanted, given] = [grouped(expected, keys), grouped(found, keys)];
  const all = [...new Set([...wanted.keys(), ...given.keys()])];
  return all.flatMap((id) => {
    const [one, other] = [wanted.get(id), given.get(id)];
    if (one === undefined) return [fault(`${kind}-added`, path, { id })];
    if (other === undefined) return [fault(`${kind}-missing`, path, { id })];
    return differences(one, other, 3).map((difference) =>
      fault(`${kind}-differs`, `${path}${difference.path}`, {
        id,
        expected: difference.expected ?? NOTHING,
        found: difference.found ?? NOTHING,
      }),
    );
  });
}

function grouped(entries: Json, keys: readonly string[]): ReadonlyMap<string, Json> {
  const groups = new Map<string, Json>();
  for (const entry of entries as readonly Json[]) {
    const base = keys.map((key) => (isJsonObject(entry) ? String(entry[key]) : '')).join(' ');
    let id = base;
    for (let count = 2; groups.has(id); count++) id = `${base} (${count})`;
    groups.set(id, entry);
  }
  return groups;
}

/** Factors that carry the id of a built-in one have its figure. */
export function checkLibrary({ documents: { factors } }: VerifyContext): Checked {
  if (!factors) return 'document-broken';
  const { dataset } = factors;
  const isOther = dataset.version !== DATASET.version || dataset.hash !== DATASET.hash;
  const other = isOther
    ? [fault('library-other', PATHS.factors, { found: dataset.version, expected: DATASET.version })]
    : [];
  return [...other, ...factors.factors.filter(isEdited).map(editedFault)];
}

type Recorded = FactorsDocument['factors'][number];

const isEdited = ({ id, value, unit }: Recorded): boolean => {
  const known = factorById(id);
  return known !== undefined && !(value?.equals(known.value) && unit === known.unit);
};

const editedFault = ({ id, value, unit }: Recorded): Fault => {
  const known = factorById(id)!;
  const found = `${value?.toFixed() ?? NOTHING} ${unit ?? ''}`;
  return fault('library-differs', PATHS.factors, { id, found, expected: `${known.value} ${known.unit}` });
};

/** The packaged case is what the packaged workbook says. */
export function checkWorkbook({ workbook, documents, opened }: VerifyContext): Checked {
  if (!workbook.ok) return [fault('workbook-unreadable', PATHS.workbook, { reason: workbook.reason })];
  if (!documents.reading) return 'document-broken';
  return compared(
    'case-differs',
    PATHS.case,
    caseDocumentShape.encode(workbook.value.reading),
    opened.json.get(PATHS.case)!,
  );
}

const MOST_CELLS = 20;

/** The values a person sees in the workbook are those its formulas give. */
export function checkCachedValues({ workbook }: VerifyContext): Checked {
  if (!workbook.ok) return 'unreadable';
  const { stale, snapshot } = workbook.value;
  if (!stale) return 'no-recalculation';
  const told = stale.slice(0, MOST_CELLS).map(({ cell }) => {
    const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
    const value = sheet?.value(cell.row, cell.column) ?? null;
    return fault('value-stale', PATHS.workbook, {
      cell: `${cell.sheet}!${cellAddress(cell)}`,
      expected: valueText(value),
    });
  });
  const more = stale.length - told.length;
  return more > 0 ? [...told, fault('value-stale', PATHS.workbook, { cell: `+${more}`, expected: NOTHING })] : told;
}

const valueText = (value: CellValue): string => (isCellError(value) ? value.error : String(value ?? NOTHING));

/** The rules, run again, find the same. */
export function checkFindings({ findings, documents, opened }: VerifyContext): Checked {
  if (!findings) return 'unreadable';
  if (!documents.findings) return 'document-broken';
  const expected = (findingsShape.encode({ findings }) as Record<string, Json>)['findings']!;
  const found = (opened.json.get(PATHS.findings) as Record<string, Json>)['findings']!;
  return byKey('finding', `${PATHS.findings}#/findings`, expected, found, ['id']);
}

/** What the package says of itself follows from its content. */
export function checkInfo({ workbook, findings, documents: { info }, opened }: VerifyContext): Checked {
  if (!info) return 'document-broken';
  const draft = info.draft ? [fault('draft', PATHS.info, { count: info.blocking })] : [];
  if (!workbook.ok || !findings) return draft.length > 0 ? draft : 'unreadable';
  const paths = opened.files.map(({ path }) => path).filter((path) => path.startsWith('data/') && path !== PATHS.info);
  const expected = infoOf(workbook.value.outcome, findings, paths);
  const faults = compared(
    'info-differs',
    PATHS.info,
    infoShape.encode({ ...expected, software: info.software, dataset: info.dataset }),
    infoShape.encode(info),
  );
  return [...faults, ...draft];
}
