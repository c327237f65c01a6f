import type { BilingualText, CaseContent, CellContent, FieldContent, RowContent } from '../content';
import { ILLUSTRATIVE_DOCUMENT } from './illustrativeDocument';

/** A figure someone has published and the example recomputes to the digits printed. */
export interface PublishedFigure {
  readonly figure: BilingualText;
  /** As printed, without grouping. */
  readonly value: string;
  readonly unit: string;
  readonly source: string;
}

/** A filled workbook as data. What is published, derived or illustrative is marked where it stands. */
export interface Example {
  readonly name: string;
  readonly title: BilingualText;
  readonly description: BilingualText;
  readonly published?: readonly PublishedFigure[];
  readonly content: CaseContent;
}

const marked =
  (basis: string) =>
  (value: CellContent, unit?: CellContent, note?: CellContent): FieldContent => ({ value, unit, basis, note });

/** A field by where its content comes from. */
export const published = marked('published');
export const derived = marked('derived');
export const illustrative = marked('illustrative');
export const assumed = marked('assumption');

export const ILLUSTRATIVE: BilingualText = { en: 'Illustrative figure', ja: '例示の数値' };

/** 30 June 2026, as a cell holds a date. */
const SUBMITTED = 46203;

/** Settings and form entries that all examples share. Every one may be overridden. */
export function formFields(more: Readonly<Record<string, FieldContent>>): Record<string, FieldContent> {
  return {
    templateVersion: { value: '1' },
    grade: illustrative('screening'),
    addressee: illustrative({ en: 'Mayor of Kawasaki', ja: '川崎市長' }),
    submissionDate: illustrative(SUBMITTED),
    applicant: illustrative({ en: 'Example Co., Ltd.', ja: '例示株式会社' }),
    applicantAddress: illustrative({ en: 'Kawasaki-ku, Kawasaki', ja: '川崎市川崎区' }),
    representative: illustrative({ en: 'President, Hanako Rei', ja: '代表取締役社長　例 花子' }),
    citySite: illustrative({ en: 'Kawasaki works', ja: '川崎工場' }),
    siteRole: illustrative('both'),
    contact: illustrative('example@example.com'),
    contributionType: illustrative({ en: 'Product used outside the city', ja: '市外で使用される製品' }),
    replacement: assumed('fractional'),
    demand: illustrative('existing'),
    regulated: illustrative('no'),
    regulation: illustrative({
      en: 'No regulation sets a minimum for this use.',
      ja: 'この用途に最低水準を定める法令等はありません。',
    }),
    baselineRegion: illustrative('JP'),
    salesRegion: illustrative('JP'),
    baselineYear: illustrative(2025),
    fiscalYear: illustrative(2025),
    timeSense: assumed('lifetime'),
    accounting: assumed('flow'),
    outsideReading: assumed('all-stages'),
    gwpSet: assumed('AR5'),
    coProducts: illustrative('no'),
    reboundReason: illustrative({
      en: 'Users need the function all the same; it is not used more for being more efficient.',
      ja: '必要な機能の量は変わらず、効率が上がっても使用は増えません。',
    }),
    sideEffectsReason: illustrative({
      en: 'Nothing outside the life cycle of the two is changed.',
      ja: '両製品のライフサイクルの外で変わるものはありません。',
    }),
    reductionUnit: assumed('kg-CO2e'),
    reductionDigits: assumed(0),
    avoidedDigits: assumed(0),
    roundingMode: assumed('half-up'),
    isComponent: illustrative('no'),
    creditsInside: illustrative('no'),
    creditsIssued: illustrative('no'),
    netting: illustrative('apart'),
    earlierPackage: illustrative('no'),
    countedElsewhere: illustrative('no'),
    confidential: illustrative('no'),
    ...more,
  };
}

/** What a case says of itself beyond its numbers, made up for an example. */
export const arguedFields: Readonly<Record<string, FieldContent>> = {
  expandability: illustrative({
    en: 'The same design serves further models and markets (illustrative).',
    ja: '同じ設計を他の機種や市場にも展開できます（例示）。',
  }),
  expandabilityEvidence: illustrative('E9'),
  uniqueness: illustrative({
    en: 'Designed and made at the works in Kawasaki (illustrative).',
    ja: '川崎の事業所で設計・製造しています（例示）。',
  }),
  uniquenessEvidence: illustrative('E9'),
  innovation: illustrative({
    en: 'First of its kind to be sold (illustrative).',
    ja: '同種の製品で初めて実用化しました（例示）。',
  }),
  innovationEvidence: illustrative('E9'),
  identicalLeftOut: illustrative('no'),
  completeness: illustrative(98),
  significantHarm: illustrative({
    en: 'No significant harm to water, biodiversity or health is known (illustrative).',
    ja: '水・生物多様性・健康への著しい害は知られていません（例示）。',
  }),
};

/** A factor made up for an example. Its source says so. */
export const madeUp = (id: string, value: number, unit: string, name: BilingualText, gases = 'CO2e'): RowContent => ({
  id,
  value,
  unit,
  nameEn: name.en,
  nameJa: name.ja,
  gases,
  boundary: 'with-upstream',
  region: 'JP',
  source: ILLUSTRATIVE,
  version: '1',
  licence: ILLUSTRATIVE,
  redistribution: 'free',
});

/** A line made up for an example. */
export const madeUpLine = (
  id: string,
  stage: string,
  process: BilingualText,
  amount: readonly [number, string],
  factorId: string,
  more: RowContent = {},
): RowContent =>
  line({
    id,
    stage,
    process,
    inCity: 0,
    amount: amount[0],
    unit: amount[1],
    factorId,
    evidence: 'E9',
    year: 2025,
    region: 'JP',
    note: ILLUSTRATIVE,
    ...more,
  });

/** Lines made up for an example, in sheet order; each row as {@link madeUpLine} takes it. */
export const madeUpLines = (rows: readonly Readonly<Parameters<typeof madeUpLine>>[]): RowContent[] =>
  rows.map((row) => madeUpLine(...row));

/** Realized sales outside the city in the year counted; what differs is given. */
export const madeUpSales = (id: string, units: number, unit: CellContent, more: RowContent = {}): RowContent => ({
  id,
  period: 2025,
  place: { en: 'Outside the city', ja: '市外' },
  placeBasis: 'installed',
  inCity: 'out',
  units,
  unit,
  status: 'realized',
  evidence: 'E9',
  ...more,
});

/** A partner's share in hundredths. */
export const madeUpPartner = (
  id: string,
  partner: BilingualText,
  inCity: string,
  method: string,
  percent: number,
): RowContent => ({
  id,
  partner,
  role: ILLUSTRATIVE,
  inCity,
  method,
  numerator: percent,
  denominator: 100,
  unit: '%',
  year: 2025,
  evidence: 'E9',
});

export const US: BilingualText = { en: 'Example Co., Ltd.', ja: '例示株式会社' };

const INPUT = { flow: 'input', per: 'functional-unit' };

/** An inventory line; what it does not say is an input per functional unit. */
export const line = (row: RowContent): RowContent => ({ ...INPUT, ...row });

/** An emission factor taken from a publication. */
export const factor = (id: string, value: number, unit: string, more: RowContent): RowContent => ({
  id,
  value,
  unit,
  ...more,
});

/** The document behind illustrative sales and shares: it says that there is no other. */
export const ILLUSTRATIVE_EVIDENCE: RowContent = {
  id: 'E9',
  kind: { en: 'note', ja: '注記' },
  title: { en: 'Illustrative sales and shares, no document', ja: '販売量・寄与率は例示（根拠資料なし）' },
  file: ILLUSTRATIVE_DOCUMENT.file,
  sha256: ILLUSTRATIVE_DOCUMENT.sha256,
  confidential: 'no',
};

export const BOTH_SIDES: BilingualText = { en: 'both sides', ja: '両方' };

/** Stages both sides leave out for one reason. */
export const excludedStages = (
  stages: readonly string[],
  process: BilingualText,
  reason: BilingualText,
  evidence: string,
): RowContent[] =>
  stages.map((stage, index) => ({ id: `X${index + 1}`, side: BOTH_SIDES, stage, process, reason, evidence }));
