import { fieldRow, headingRow, LAST, shown, text, two, type ResultRow } from './resultCells';
import * as profile from './profileTexts';
import * as texts from './resultTexts';

/** Who applies for what. */
export const HEAD: readonly ResultRow[] = [
  [text(0, 'title', 'title'), text(4, 'draft', 'warning', LAST)],
  [text(0, 'notTheCitysForm', 'note', LAST)],
  [
    { column: 0, style: 'label', field: 'addressee' },
    shown(1, texts.fieldText('addressee'), 'plain', undefined, 2),
    { column: 3, style: 'label', field: 'submissionDate' },
    shown(4, texts.dateText('submissionDate'), 'plain', undefined, LAST),
  ],
  two('applicant', 'representative'),
  fieldRow('applicantAddress'),
  two('citySite', 'siteRole'),
  fieldRow('contact'),
  two('productName', 'productModel'),
  [
    { column: 0, style: 'label', field: 'fiscalYear' },
    shown(1, texts.fiscalYearText, 'plain', undefined, 2),
    { column: 3, style: 'label', field: 'timeSense' },
    shown(4, texts.fieldText('timeSense'), 'plain', undefined, LAST),
  ],
  [
    { column: 0, style: 'label', field: 'functionalUnit' },
    shown(1, texts.quantityText('functionalUnit'), 'plain'),
    shown(2, texts.fieldText('functionalUnitDescription'), 'plain', undefined, LAST),
  ],
  fieldRow('baselineDescription'),
];

const setting = (key: string): ResultRow => [
  { column: 0, style: 'label', field: key },
  shown(1, texts.fieldText(key), 'plain', undefined, 2),
  shown(3, texts.basisText(key), 'plain'),
  shown(4, texts.noteText(key), 'note', undefined, LAST),
];

/** A choice that the profile makes where the workbook makes none. */
const choiceInForce = (key: Parameters<typeof profile.effective>[0]): ResultRow => [
  { column: 0, style: 'label', field: key },
  shown(1, profile.effective(key), 'plain', undefined, 2),
  shown(3, profile.effectiveBasis(key), 'plain'),
  shown(4, texts.noteText(key), 'note', undefined, LAST),
];

/** Every choice of method in force, with its basis. */
export const SETTINGS: readonly ResultRow[] = [
  headingRow('settings'),
  [
    text(0, 'item', 'header'),
    text(1, 'choice', 'header', 2),
    text(3, 'basisOfChoice', 'header'),
    text(4, 'note', 'header', LAST),
  ],
  [
    { column: 0, style: 'label', field: 'profile' },
    shown(1, profile.profileText, 'plain', undefined, 2),
    shown(3, profile.profileBasis, 'plain'),
    text(4, 'profileOurs', 'note', LAST),
  ],
  ...(['attribution', 'outsideReading', 'replacement', 'accounting', 'pedigreeSet'] as const).map(choiceInForce),
  ...['gwpSet', 'roundingMode', 'confidential'].map(setting),
  [
    text(0, 'gridYear'),
    shown(1, texts.gridYear, 'plain', undefined, 2),
    text(3, 'rateMethod'),
    shown(4, texts.rateMethod, 'plain', undefined, LAST),
  ],
];

/** Signature and what the office fills in. */
export const FOOT: readonly ResultRow[] = [
  [text(0, 'signature'), text(1, 'none', 'input', LAST)],
  [text(0, 'office', 'office-use'), text(1, 'none', 'office-use', LAST)],
  [text(0, 'none', 'office-use'), text(1, 'none', 'office-use', LAST)],
  [text(0, 'none', 'office-use'), text(1, 'none', 'office-use', LAST)],
];
