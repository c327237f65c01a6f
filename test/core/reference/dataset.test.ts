import { createHash } from 'node:crypto';
import { parseNumber } from '../../../src/core/quantity/parseNumber';
import { datasetAttributions } from '../../../src/core/reference/attributions';
import { allFactors, ATTRIBUTIONS, canonicalData, DATASET } from '../../../src/core/reference/dataset';
import { FACTOR_KINDS, FACTOR_WARNINGS, FAMILIES } from '../../../src/core/reference/factor';
import en from '../../../src/locales/en/reference.json';
import ja from '../../../src/locales/ja/reference.json';

const factors = allFactors();
const ids = (wrong: readonly { id: string }[]): string[] => wrong.map(({ id }) => id);

test('the hash in the code is the SHA-256 of the data', () => {
  expect(createHash('sha256').update(canonicalData(), 'utf8').digest('hex')).toBe(DATASET.hash);
  expect(factors).toHaveLength(DATASET.rows);
});

test('no id stands twice', () => {
  expect(new Set(factors.map(({ id }) => id)).size).toBe(factors.length);
});

test('every row has both names, a value that reads back digit for digit, a source, a publisher, a licence and somewhere to look it up', () => {
  const incomplete = factors.filter(
    (row) =>
      ![
        row.nameJa,
        row.nameEn,
        row.unit,
        row.region,
        row.sourceTitle,
        row.publisher,
        row.licence,
        row.redistribution,
      ].every(Boolean) ||
      !/^\d+(\.\d+)?$/.test(row.value) ||
      !parseNumber(row.value).ok ||
      (row.sourceUrl ?? row.officialUrl) === null,
  );
  expect(ids(incomplete)).toEqual([]);
});

test('Japanese names are Japanese where the thing has a Japanese name', () => {
  const symbolOnly = /^[A-Z0-9()\-a-z]+$/;
  const untranslated = factors.filter((row) => row.nameJa === row.nameEn && !symbolOnly.test(row.nameJa));
  expect(ids(untranslated)).toEqual([]);
});

test('every row comes from a source whose licence was decided to allow shipping', () => {
  const allowed = [
    /^Not a work protected by copyright \(Copyright Act of Japan, Art\. 13/,
    /^Public Data License 1\.0/,
    /^Open Government Licence v3\.0/,
    /^US federal government work, public domain/,
    /^CC0-1\.0/,
    /^MIT \(/,
    /^CC BY 4\.0 \(Our World in Data/,
    /^Single figures quoted as facts/,
    /^Definition/,
    /^Derived from figures under CC0-1\.0 and MIT/,
  ];
  expect(ids(factors.filter((row) => !allowed.some((licence) => licence.test(row.licence))))).toEqual([]);
});

test('nothing of what was left out is in the data', () => {
  const text = canonicalData();
  const leftOut = [
    'IDEA',
    'CRIEPI',
    '電力中央研究所',
    'ODbL',
    'Electricity Maps',
    'CO2.js',
    'co2.js',
    'BY-SA',
    'IFI',
    'ecoinvent 3',
    '事務局原単位',
    'unclear',
    '3EID',
    'シート[8]',
    'シート[11]',
    'シート[13]',
  ];
  expect(leftOut.filter((word) => text.includes(word))).toEqual([]);
});

test('at most 20 fuels are quoted from the IPCC guidelines', () => {
  const fuels = new Set(factors.filter((row) => row.family === 'fuels-ipcc').map((row) => row.nameEn));
  expect(fuels.size).toBe(20);
});

test('families, kinds, warnings and attributions are from their lists, and every entry of the lists is used', () => {
  const used = (values: readonly string[]): string[] => [...new Set(values)].sort();
  const listed = (values: readonly string[]): string[] => [...values].sort();
  expect(used(factors.map((row) => row.family))).toEqual(listed(FAMILIES));
  expect(used(factors.map((row) => row.kind))).toEqual(listed(FACTOR_KINDS));
  expect(used(factors.flatMap((row) => row.warnings))).toEqual(listed(FACTOR_WARNINGS));
  expect(used([...factors.map((row) => row.attribution), 'pedigree'])).toEqual(
    listed(ATTRIBUTIONS.map(({ id }) => id)),
  );
  expect(datasetAttributions()).toHaveLength(ATTRIBUTIONS.length);
});

test.each([
  ['en', en],
  ['ja', ja],
])('every warning, kind and family has its text (%s)', (_language, texts) => {
  expect(Object.keys(texts.warnings).sort()).toEqual([...FACTOR_WARNINGS].sort());
  expect(Object.keys(texts.kinds).sort()).toEqual([...FACTOR_KINDS].sort());
  expect(Object.keys(texts.families).sort()).toEqual([...FAMILIES].sort());
});

test('result, activity and report year of a supplier factor stay apart', () => {
  const suppliers = factors.filter((row) => row.activityYear !== null);
  expect(suppliers.length).toBeGreaterThan(60);
  expect(
    ids(
      suppliers.filter(
        (row) => row.validFrom !== `${row.activityYear}-04-01` || row.reportYear !== row.activityYear! + 1,
      ),
    ),
  ).toEqual([]);
  const electricity = suppliers.filter((row) => row.family === 'electricity-jp');
  expect(ids(electricity.filter((row) => row.activityYear !== row.resultYear! + 1))).toEqual([]);
});

test('validity dates are ISO days and in order', () => {
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const wrong = factors.filter(
    ({ validFrom, validTo }) =>
      [validFrom, validTo].some((date) => date !== null && !day.test(date)) ||
      (validFrom !== null && validTo !== null && validFrom > validTo),
  );
  expect(ids(wrong)).toEqual([]);
});
