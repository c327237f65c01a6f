import type { CellContent } from '../../../../src/core/template/content';
import { applyRules } from '../../../../src/core/review/criteria/applyRules';
import { placeKey } from '../../../../src/core/review/criteria/placeKey';
import type { ExampleChange, RuleInput } from '../../../../src/core/review/criteria/rule';
import { saysNothing } from '../../../../src/core/review/criteria/saysNothing';
import { evidenceOf } from '../../../../src/core/review/evidenceOf';
import { fieldSpec } from '../../../../src/core/template/fields';
import { OF_FIELD } from '../../../../src/core/review/criterionOf';
import { citedIds } from '../../../../src/core/case/citedIds';
import { workedCase } from '../../../support/workedCase';

/** What one rule says, as `severity code`. */
const said = (input: RuleInput, rule: string) =>
  applyRules(input)
    .filter((report) => report.rule.id === rule)
    .flatMap(({ findings }) => findings.map(({ severity, message }) => `${severity} ${message.code}`));

const cell = (table: ExampleChange['table'], row: string, column: string, value: ExampleChange['value']) => ({
  ...{ table, row, column },
  value,
});

describe('places', () => {
  it.each(['横浜市内の会場', '札幌市内', '神奈川県（川崎市を除く）', 'Tokyo'])('%s is not the city', (place) => {
    const input = workedCase('radar', { changes: [cell('KmcSales', 'S1', 'place', place)] });
    expect(said(input, 'units-evidence')).toEqual([]);
  });

  it.each(['市内', '川崎市中原区', '市内（自社工場）', 'Kawasaki'])('%s is', (place) => {
    const input = workedCase('radar', { changes: [cell('KmcSales', 'S1', 'place', place)] });
    expect(said(input, 'units-evidence')).toEqual(['warn rules.units-evidence.place-contradicts']);
  });

  it.each([
    ['北海道', 'ほっかいどう', 'Hokkaidō'],
    ['東京都', '東京', 'Tōkyō Metropolis', 'とうきょうと', 'tokyo-to'],
    ['京都府', '京都', 'Kyoto', 'きょうと'],
    ['大阪府', 'Osaka Prefecture', 'おおさか'],
  ])('%s and its other spellings are one place', (...spellings) => {
    expect(new Set(spellings.map(placeKey)).size).toBe(1);
  });

  it('what is no prefecture stays as it is', () => {
    expect(['ドイツ', '東京都内', 'Kyoto Motors'].map(placeKey)).toEqual(['ドイツ', '東京都内', 'kyoto motors']);
  });
});

describe('factors', () => {
  it.each(['リチウムイオン電池', '蓄電システム（容量当たり）'])(
    '%s per kWh of what it holds is no energy',
    (nameJa) => {
      const changes = [
        cell('KmcFactors', 'x.steel', 'nameJa', nameJa),
        cell('KmcFactors', 'x.steel', 'unit', 'kg-CO2e/kWh'),
        cell('KmcFactors', 'x.steel', 'value', 75),
      ];
      expect(said(workedCase('radar', { changes }), 'line-units').filter((one) => one.startsWith('warn'))).toEqual([]);
    },
  );

  it('electricity of certificates is asked about', () => {
    const changes = [cell('KmcFactors', 'x.steel', 'nameJa', '再エネ電力（非化石証書付き）')];
    expect(said(workedCase('radar', { changes }), 'no-carbon-credits-inside')).toEqual([
      'warn rules.no-carbon-credits-inside.factor',
    ]);
  });

  it('a line names J-Credits in English, too', () => {
    const changes = [cell('KmcProduct', 'P4', 'process', 'Assembly (after J-Credit purchase)')];
    expect(said(workedCase('radar', { changes }), 'no-carbon-credits-inside')).toEqual([
      'warn rules.no-carbon-credits-inside.line',
    ]);
  });

  it('a line whose factor is not listed is told once', () => {
    const input = workedCase('radar', { changes: [cell('KmcProduct', 'P2', 'factorId', 'x.unlisted')] });
    expect(said(input, 'line-complete')).toEqual(['block reader.reference-missing']);
    expect(said(input, 'same-factor-version')).toEqual([]);
  });
});

it('what settles a content that was refused is told of that content', () => {
  const settled = (column: string, value: ExampleChange['value']) =>
    applyRules(workedCase('radar', { changes: [cell('KmcProduct', 'P2', column, value)] }))
      .flatMap(({ findings }) => findings)
      .filter(({ subject }) => subject.rowId === 'P2' && subject.column === column)
      .map(({ settle }) => settle?.code);
  expect(settled('amount', '１２００')).toEqual(['review.settle.type-number']);
  expect(settled('inCity', 1.2)).toEqual(['review.settle.share']);
  expect(settled('amount', null)).toEqual(['rules.line-complete.settle']);
});

describe('documents', () => {
  it('several in a cell are each looked up', () => {
    expect(citedIds('E1、E2; E3/E4 Ｅ5')).toEqual(['E1', 'E2', 'E3', 'E4', 'E5']);
    const input = workedCase('water-pump', { changes: [cell('KmcSales', 'S1', 'evidence', 'E4、E1')] });
    expect(input.problems).toEqual([]);
    expect(input.case.sales[0]!.evidence).toBe('E4, E1');
  });

  it.each(['E77', 'E4, E77'])('a row that cites %s does name a document, but one that is not listed', (evidence) => {
    const input = workedCase('water-pump', { changes: [cell('KmcSales', 'S1', 'evidence', evidence)] });
    expect(said(input, 'units-evidence')).toEqual([]);
    expect(said(input, 'evidence-present').filter((one) => one.startsWith('block'))).toEqual([
      'block rules.evidence-present.unlisted',
    ]);
  });

  it('cited for years of use and for a path are among the cited', () => {
    const lost = (table: 'KmcYears' | 'KmcFactorPaths', row: string) =>
      workedCase('water-pump', {
        changes: [
          cell(table, row, 'evidence', 'E6'),
          cell('KmcEvidence', 'E6', 'file', 'なし'),
          ...['expandability', 'uniqueness', 'innovation'].map((key) =>
            cell('KmcCase', `${key}Evidence`, 'value', 'E5'),
          ),
        ],
      });
    expect(said(workedCase('water-pump', { changes: [] }), 'evidence-present')).not.toContain(
      'block rules.evidence-present.no-file',
    );
    for (const input of [lost('KmcYears', 'Y0'), lost('KmcFactorPaths', 'G1')]) {
      expect(said(input, 'evidence-present')).toContain('block rules.evidence-present.no-file');
      expect(evidenceOf(input.case, 'B1').map(({ ref }) => ref.id)).toContain('E6');
    }
  });

  it('of the arguments are those of their review item', () => {
    expect(evidenceOf(workedCase('water-pump').case, 'A3').map(({ ref }) => ref.id)).toEqual(['E6']);
  });
});

it('fields that belong to another item than their group are fields', () => {
  expect(Object.keys(OF_FIELD).filter((key) => !fieldSpec(key))).toEqual([]);
});

describe('what is no answer', () => {
  it.each(['-', '―', 'なし', 'TBD', '未定', 'n/a', '…'])('%s', (text) => expect(saysNothing(text)).toBe(true));
  it.each(['少量', 'small', '両者で同一', 'None of the parts differ'])('%s is one', (text) =>
    expect(saysNothing(text)).toBe(false),
  );

  it('leaves an argument unargued', () => {
    const input = workedCase('radar', { changes: [cell('KmcCase', 'innovation', 'value', '特になし')] });
    expect(said(input, 'innovation')).toEqual(['warn rules.common.not-stated']);
  });
});

describe('a component', () => {
  const changes = (units: number): ExampleChange[] => [
    cell('KmcCase', 'isComponent', 'value', 'yes'),
    cell('KmcCase', 'setProduct', 'value', '送水システム'),
    cell('KmcCase', 'componentRoute', 'value', 'contribution-rate'),
    cell('KmcCase', 'functionalUnitsPerUnit', 'value', units),
  ];
  it.each([
    [6, ['warn rules.units-per-functional-unit.many-of-set']],
    [1, []],
    [0.25, []],
  ] as const)('in %d set products', (units, expected) => {
    expect(said(workedCase('water-pump', { changes: changes(units) }), 'units-per-functional-unit')).toEqual(expected);
  });
});

it('a share covered of more than all contradicts no exclusion', () => {
  const changes = [cell('KmcCase', 'completeness', 'value', 970 satisfies CellContent)];
  expect(said(workedCase('heat-pump', { changes }), 'cut-off')).toEqual(['warn rules.cut-off.range']);
});
