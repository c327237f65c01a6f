import { PATHS, PAYLOAD } from '../bag/layout';
import { assessmentDocumentShape } from '../documents/assessmentShape';
import { caseDocumentShape } from '../documents/caseShape';
import { factorsOf, factorsShape } from '../documents/factors';
import { infoOf, infoShape, standingOf, type PackageInfo } from '../documents/info';
import type { PublicDocument } from '../documents/publicDocument';
import { message, type Message } from '../../message';
import { PRODUCT_VERSION } from '../../version';
import { Decimal } from '../../quantity/decimal';
import { DATASET } from '../../reference/dataset';
import { factorById } from '../../reference/factorById';
import { cellAddress } from '../../workbook/a1';
import { isCellError, type CellRef, type CellValue } from '../../workbook/cell';
import { isBeyondBounds, type UnsupportedCell } from '../../workbook/recalculation';
import type { Json } from '../json';
import { byKey, compared, NOTHING, whyClosed, type Checked } from './compared';
import type { OpenedPackage, PackageDocuments } from '../open';
import type { VerifyContext } from './context';
import { fault, type Fault } from './fault';

/** Every number, with its trace, follows from the packaged case. */
export function checkNumbers({ recomputed: recompute, documents, opened }: VerifyContext): Checked {
  const recomputed = recompute();
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

/** Factors that carry the id of a built-in one have its figure. */
export function checkLibrary({ documents: { factors, public: published, info } }: VerifyContext): Checked {
  const stated = factors?.factors ?? published?.factors.filter(({ masked }) => !masked);
  const dataset = factors?.dataset ?? info?.dataset;
  if (!stated || !dataset) return 'document-broken';
  const isOther = dataset.version !== DATASET.version || dataset.hash !== DATASET.hash;
  const path = factors ? PATHS.factors : PATHS.public;
  const other = [fault('library-other', path, { found: dataset.version, expected: DATASET.version })];
  return [...(isOther ? other : []), ...stated.flatMap((factor) => editedFaults(factor, path))];
}

interface StatedFactor {
  readonly id: string;
  readonly value: Decimal | string | null;
  readonly unit: string | null;
}

function editedFaults({ id, value, unit }: StatedFactor, path: string): readonly Fault[] {
  const known = factorById(id);
  const figure = value === null ? NOTHING : value.toString();
  if (!known || (value !== null && new Decimal(known.value).equals(figure) && unit === known.unit)) return [];
  return [
    fault('library-differs', path, { id, found: `${figure} ${unit ?? ''}`, expected: `${known.value} ${known.unit}` }),
  ];
}

/** The packaged case is what the packaged workbook says. */
export function checkWorkbook({ workbook, documents, opened }: VerifyContext): Checked {
  if (!workbook.ok)
    return typeof workbook.reason === 'string'
      ? workbook.reason
      : [fault('workbook-unreadable', PATHS.workbook, { reason: workbook.reason })];
  if (!documents.reading) return 'document-broken';
  return compared(
    'case-differs',
    PATHS.case,
    caseDocumentShape.encode(workbook.value.reading),
    opened.json.get(PATHS.case)!,
  );
}

const MOST_CELLS = 20;

/**
 * The values a person sees in the workbook are those its formulas give. A value that cannot be calculated again, that of a circle included, is no untruth: where a number of
 * the case rests on it, the case differs, which is another check.
 */
export function checkCachedValues({ workbook }: VerifyContext): Checked {
  if (!workbook.ok) return whyClosed(workbook);
  const { stale, snapshot, recalculation } = workbook.value;
  if (!stale || !recalculation) return 'no-recalculation';
  const beyond = recalculation.unsupported.filter(isBeyondBounds);
  const circles = recalculation.circular.map((cell) => ({ cell, reason: message('recalc.circular') }));
  const others = [...recalculation.unsupported.filter((one) => !isBeyondBounds(one)), ...circles];
  const saying = ({ reason }: Pick<UnsupportedCell, 'reason'>) => ({ reason });
  const faults = [
    ...toldOf('formula-beyond-bounds', beyond, saying),
    ...toldOf('formula-not-recalculated', others, saying),
    ...toldOf('value-stale', stale, ({ cell }) => {
      const sheet = snapshot.sheets.find(({ name }) => name === cell.sheet);
      return { expected: valueText(sheet?.value(cell.row, cell.column) ?? null) };
    }),
  ];
  return beyond.length + others.length > 0 ? { faults, reason: 'partly-recalculated' } : faults;
}

type AtCell = { readonly cell: CellRef };

/** The first cells one by one, and how many more there are. */
function toldOf<One extends AtCell>(
  code: 'formula-beyond-bounds' | 'formula-not-recalculated' | 'value-stale',
  found: readonly One[],
  saying: (one: One) => Message['params'],
): readonly Fault[] {
  const told = found
    .slice(0, MOST_CELLS)
    .map((one) => fault(code, PATHS.workbook, { cell: `${one.cell.sheet}!${cellAddress(one.cell)}`, ...saying(one) }));
  const more = found.length - told.length;
  if (more <= 0) return told;
  return [...told, fault(code, PATHS.workbook, { cell: `+${more}`, expected: NOTHING, reason: NOTHING })];
}

const valueText = (value: CellValue): string => (isCellError(value) ? value.error : String(value ?? NOTHING));

/** What the package says of itself follows from its content. */
export function checkInfo(context: VerifyContext): Checked {
  const { info, public: published } = context.documents;
  if (!info) return 'document-broken';
  const draft = info.draft ? [fault('draft', PATHS.info, { count: info.blocking })] : [];
  const expected =
    info.version === 'public' ? published && publicClaims(context, info, published) : fullClaims(context, info);
  if (!expected) return draft.length > 0 ? draft : whyClosed(context.workbook);
  return [...compared('info-differs', PATHS.info, infoShape.encode(expected), infoShape.encode(info)), ...draft];
}

/** As the package lists them in itself. */
const payloadPaths = ({ files }: OpenedPackage): readonly string[] =>
  files.map(({ path }) => path).filter((path) => path.startsWith(PAYLOAD) && path !== PATHS.info);

function fullClaims({ workbook, opened, documents }: VerifyContext, info: PackageInfo): PackageInfo | null {
  if (!workbook.ok) return null;
  const claims = infoOf(workbook.value.outcome, workbook.value.review, payloadPaths(opened));
  if (info.software === PRODUCT_VERSION) return claims;
  const dataset = documents.factors?.dataset ?? info.dataset;
  return { ...claims, software: info.software, dataset, ...ownStanding(documents.findings, info) };
}

/** By another version's rules a package is a draft or not as its own findings say. */
const ownStanding = (findings: PackageDocuments['findings'], { draft, stamp, blocking }: PackageInfo) =>
  findings ? standingOf(findings) : { draft, stamp, blocking };

const wholeOf = (text: string | null): number | null => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null);

/** Of a public version only what its one document says again. */
function publicClaims({ opened }: VerifyContext, info: PackageInfo, published: PublicDocument): PackageInfo {
  const { numbers, statements } = published;
  const files = [...payloadPaths(opened)].sort();
  const textOf = (key: string): string | null => statements[key] ?? null;
  const names = {
    applicant: textOf('applicant'),
    productName: textOf('productName'),
    productModel: textOf('productModel'),
  };
  const year = textOf('fiscalYear');
  return { ...info, ...names, numbers, files, fiscalYear: wholeOf(year) };
}
