import type { Case } from '../../case/types';
import type { Outcome } from '../../outcome';
import { DATASET } from '../../reference/dataset';
import type { Review } from '../../review/review';
import { PRODUCT_VERSION } from '../../version';
import { list, object } from '../shape/structures';
import { boolean, nullable, sha256Text, text, whole, word } from '../shape/values';
import { reportedNumbers } from './assessment';
import { openBlocking } from './findings';

/** Raised whenever a reader of the format has to know of a change. */
export const FORMAT_VERSION = 1;

/** Said of every package with an open blocking finding, in whichever language it is read. */
export const DRAFT_STAMP = '下書き（事前確認用）';

/** 審査用: everything. 公開版: what may be published. */
export const PACKAGE_VERSIONS = ['full', 'public'] as const;
export type PackageVersion = (typeof PACKAGE_VERSIONS)[number];

/** `package.json`: what a package is and who made it, for those who open no other file. */
export interface PackageInfo {
  readonly format: 'kmc-package';
  readonly formatVersion: number;
  readonly version: PackageVersion;
  readonly draft: boolean;
  readonly stamp: string | null;
  /** Blocking findings that are open. */
  readonly blocking: number;
  /** Version of the product that made it. */
  readonly software: string;
  readonly dataset: { readonly version: string; readonly hash: string };
  readonly templateVersion: string | null;
  readonly language: 'en' | 'ja' | null;
  readonly applicant: string | null;
  readonly productName: string | null;
  readonly productModel: string | null;
  /** Calendar year in which the fiscal year begins. */
  readonly fiscalYear: number | null;
  readonly numbers: CertifiedNumbers;
  /** Every file under `data/` but this one, in order. */
  readonly files: readonly string[];
  /** Of a public version: SHA-256 of the full package's tagmanifest-sha256.txt. */
  readonly fullPackage: string | null;
}

/** Rounded, in plain digits. */
export interface CertifiedNumbers {
  readonly reductionPerUnit: string | null;
  readonly reductionUnit: string;
  readonly avoided: string | null;
  readonly avoidedUnit: string;
  readonly timeSense: string | null;
  readonly accounting: string;
  readonly attribution: string;
}

const texts = nullable(text);

export const numbersShape = object<CertifiedNumbers>({
  reductionPerUnit: texts,
  reductionUnit: text,
  avoided: texts,
  avoidedUnit: text,
  timeSense: texts,
  accounting: text,
  attribution: text,
});

export const infoShape = object<PackageInfo>({
  format: word(['kmc-package'] as const),
  formatVersion: whole,
  version: word(PACKAGE_VERSIONS),
  draft: boolean,
  stamp: texts,
  blocking: whole,
  software: text,
  dataset: object<PackageInfo['dataset']>({ version: text, hash: sha256Text }),
  templateVersion: texts,
  language: nullable(word(['en', 'ja'] as const)),
  applicant: texts,
  productName: texts,
  productModel: texts,
  fiscalYear: nullable(whole),
  numbers: numbersShape,
  files: list(text),
  fullPackage: nullable(sha256Text),
});

/** @returns what is said of the public version of a package */
export const publicInfo = (info: PackageInfo, fullPackage: string, paths: readonly string[]): PackageInfo => ({
  ...info,
  version: 'public',
  files: [...paths].sort(),
  fullPackage,
});

/** @returns whether findings leave a package a draft */
export function standingOf(
  review: Parameters<typeof openBlocking>[0],
): Pick<PackageInfo, 'draft' | 'stamp' | 'blocking'> {
  const blocking = openBlocking(review).length;
  return { draft: blocking > 0, stamp: blocking > 0 ? DRAFT_STAMP : null, blocking };
}

/** @param paths of the other files under `data/` */
export function infoOf(outcome: Outcome, review: Review, paths: readonly string[]): PackageInfo {
  return {
    format: 'kmc-package',
    formatVersion: FORMAT_VERSION,
    version: 'full',
    ...standingOf(review),
    software: PRODUCT_VERSION,
    dataset: { version: DATASET.version, hash: DATASET.hash },
    ...statedIn(outcome.case),
    numbers: certifiedNumbers(outcome),
    files: [...paths].sort(),
    fullPackage: null,
  };
}

function statedIn(stated: Case) {
  const textOf = (key: string): string | null => stated.fields[key]?.text ?? null;
  const year = stated.fields['fiscalYear']?.number;
  return {
    templateVersion: stated.templateVersion,
    language: stated.language,
    applicant: textOf('applicant'),
    productName: textOf('productName'),
    productModel: textOf('productModel'),
    fiscalYear: year ? year.toNumber() : null,
  };
}

/** @returns both numbers as they are published */
export function certifiedNumbers({ assessment }: Outcome): CertifiedNumbers {
  const { reductionPerUnit, avoided, timeSense, accounting, attribution } = assessment;
  const reported = reportedNumbers(assessment);
  return {
    ...reported,
    reductionUnit: reductionPerUnit.unit,
    avoidedUnit: avoided.unit,
    timeSense,
    accounting,
    attribution,
  };
}
