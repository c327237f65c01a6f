import { message, type Message } from '../message';
import type { Digest, Recalculator } from '../ports';
import type { Finding } from '../review/finding';
import { PATHS } from './bag/layout';
import { makeBag } from './bag/makeBag';
import type { DocumentBuilder } from './documents/builder';
import { documentsOf, jsonFile } from './documents/documentsOf';
import { findingsOf } from './documents/findings';
import { infoOf, infoShape, type PackageInfo } from './documents/info';
import { evaluateWorkbook, type EvaluatedWorkbook, type WorkbookOpener } from './evaluated';
import { packedEvidence } from './evidence';
import type { PackageFile } from './packageFile';

/** What packing needs of its host. */
export interface PackTools {
  readonly digest: Digest;
  readonly open: WorkbookOpener;
  /** `null` where nothing recalculates: then the stored values stand. */
  readonly recalculator: Recalculator | null;
  /** `null` where no reports can be made. */
  readonly documents: DocumentBuilder | null;
}

export interface Packed {
  /** The container. */
  readonly bytes: Uint8Array;
  /** Proposed file name: `<product>-<fiscal year>.kmc.zip`. */
  readonly fileName: string;
  /** SHA-256 of the tag manifest: the name of this very package. */
  readonly id: string;
  readonly info: PackageInfo;
  readonly evaluated: EvaluatedWorkbook;
  readonly findings: readonly Finding[];
  /** What the applicant should know before sending it. */
  readonly notices: readonly Message[];
}

/**
 * Packs a workbook as it stands; never refuses one that can be read. The same workbook and evidence give the same bytes.
 * @param workbook bytes of an .xlsx file, packed untouched
 * @param evidence paths relative to the evidence folder
 * @throws KmcError for what is no workbook
 */
export async function packWorkbook(
  workbook: Uint8Array,
  evidence: readonly PackageFile[],
  tools: PackTools,
): Promise<Packed> {
  const evaluated = await evaluateWorkbook(workbook, tools.open, tools.recalculator);
  const attached = packedEvidence(evaluated.reading.case, evidence);
  const findings = findingsOf(evaluated.outcome.problems);
  const files = [
    { path: PATHS.workbook, bytes: workbook },
    ...[...documentsOf(evaluated, findings)].map(([path, value]) => jsonFile(path, value)),
    ...attached.files,
    ...(await reportsOf(evaluated, findings, tools.documents)),
  ];
  const info = infoOf(
    evaluated.outcome,
    findings,
    files.map(({ path }) => path),
  );
  const bag = await makeBag([...files, jsonFile(PATHS.info, infoShape.encode(info))], info, tools.digest);
  return {
    bytes: bag.bytes,
    id: bag.id,
    fileName: `${bag.name}.kmc.zip`,
    info,
    evaluated,
    findings,
    notices: [...evaluated.notices, ...attached.notices, ...staleNotices(evaluated)],
  };
}

/** Reports in the workbook's language. */
export async function reportsOf(
  { snapshot, outcome }: EvaluatedWorkbook,
  findings: readonly Finding[],
  documents: DocumentBuilder | null,
): Promise<readonly PackageFile[]> {
  const draft = findings.some(({ severity }) => severity === 'block');
  return documents ? documents({ snapshot, outcome, findings, language: outcome.case.language ?? 'ja', draft }) : [];
}

const staleNotices = ({ stale }: EvaluatedWorkbook): readonly Message[] =>
  stale && stale.length > 0 ? [message('package.notices.stale-values', { count: stale.length })] : [];
