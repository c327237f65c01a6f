import { findBlocks } from '../../../src/core/adoption/findBlocks';
import { proposeAdoption } from '../../../src/core/adoption/proposeAdoption';
import { previewAdoption } from '../../../src/core/adoption/previewAdoption';
import { readWorkbook } from '../../../src/core/adoption/readWorkbook';
import { rangeAddress } from '../../../src/core/workbook/a1';
import { adopted, bookOf, keys, proposed, range, sheetOf, type Grid } from './sheets';

const lines = (book: ReturnType<typeof bookOf>) =>
  readWorkbook(book).case.baseline.lines.map(({ stage, process, amount, unit, factor, factorUnit }) =>
    [stage, process, amount?.toString() ?? null, unit, factor?.toString() ?? null, factorUnit].join('|'),
  );

describe('Japanese form with title rows, numbered sections, sub-totals and notes', () => {
  const grid: Grid = [
    ['ＣＯ２排出量算定表（従来製品）', null, null, null, null, null, null],
    ['作成日：令和７年４月１日', null, null, null, null, null, null],
    [],
    ['No.', '項目', '活動量', '単位', '排出原単位', '単位', 'CO2排出量（kg-CO2e）', '備考'],
    ['1. 原材料調達'],
    [1, '鋼材', 12.5, 'kg', 2.1, 'kg-CO2e/kg', '=C6*E6', '実測'],
    [2, 'アルミニウム', '３．２', 'ｋｇ', 9.3, 'kg-CO2e/kg', '=C7*E7'],
    [null, '小計', null, null, null, null, '=SUM(G6:G7)'],
    ['2. 使用段階'],
    [3, '電力', 400, 'kWh', 0.423, 'kg-CO2e/kWh', '=C10*E10'],
    [null, '小計', null, null, null, null, '=SUM(G10:G10)'],
    [null, '合計', null, null, null, null, '=G8+G11'],
    ['※排出原単位は環境省公表値による'],
  ];
  const book = bookOf(sheetOf('従来品', grid, ['A1:G1', 'A5:H5', 'A9:H9']));

  it('is found as one block of the baseline', () => {
    const [block, ...others] = findBlocks(book, '従来品');
    expect([rangeAddress(block!.range), block!.headerRows, block!.tables[0], others.length]).toEqual([
      'A4:H12',
      1,
      'KmcBaseline',
      0,
    ]);
  });

  it('is placed column by column', () => {
    const proposal = proposed(book, range('従来品', 'A1:H13'), 'KmcBaseline');
    expect(keys(proposal)).toBe('id process amount unit factor factorUnit emission note');
    expect(proposal.adoption.sections?.values).toEqual({ '1. 原材料調達': 'raw-materials', '2. 使用段階': 'use' });
    expect(proposal.skipped.map(({ row, reason }) => [row + 1, reason])).toEqual([
      [5, 'section'],
      [8, 'subtotal'],
      [9, 'section'],
      [11, 'subtotal'],
      [12, 'subtotal'],
    ]);
    expect(proposal.missing.map(({ key }) => key)).toEqual(['flow', 'per']);
  });

  it('is read with its stages from the sections and its full-width digits', () => {
    const { adoption } = proposed(book, range('従来品', 'A1:H13'), 'KmcBaseline');
    const constants = { flow: 'input', per: 'functional-unit' };
    expect(lines(adopted(book, { ...adoption, constants }))).toEqual([
      'raw-materials|鋼材|12.5|kg|2.1|kg-CO2e/kg',
      'raw-materials|アルミニウム|3.2|ｋｇ|9.3|kg-CO2e/kg',
      'use|電力|400|kWh|0.423|kg-CO2e/kWh',
    ]);
  });

  it('previews every cell', () => {
    const { adoption } = proposed(book, range('従来品', 'A1:H13'), 'KmcBaseline');
    const preview = previewAdoption(book, { ...adoption, constants: { flow: 'input', per: 'functional-unit' } });
    expect(preview.rows.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(preview.counts).toEqual({ rows: 3, accepted: 19, refused: 0, blank: 2 });
  });
});

it('two header rows with headings over columns', () => {
  const grid: Grid = [
    ['ライフサイクル段階', '工程', '投入', null, '排出係数', null, '根拠資料'],
    [null, null, '数量', '単位', '値', '単位', null],
    ['生産', '組立', 3, 'kWh', 0.4, 'kg-CO2e/kWh', '実測記録'],
  ];
  const book = bookOf(sheetOf('S', grid, ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2']));
  const proposal = proposed(book, range('S', 'A1:G3'), 'KmcProduct');
  expect(proposal.adoption.headerRows).toBe(2);
  expect(keys(proposal)).toBe('stage process amount unit factor factorUnit evidence');
  expect(proposal.columns[4]!.header).toBe('排出係数 / 値');
});

it('units in headers become units of every line', () => {
  const grid: Grid = [
    ['Life cycle stage', 'Material', 'Menge (kg)', 'Emission factor [kg-CO2e/kg]', 'GHG emissions (kg-CO2e)'],
    ['Raw materials', 'Steel', 12, 2.1, 25.2],
    ['Manufacturing', 'Welding wire', 0.2, 3, 0.6],
    ['Total', null, null, null, 25.8],
  ];
  const proposal = proposed(bookOf(sheetOf('Inventory', grid)), range('Inventory', 'A1:E4'), 'KmcBaseline');
  expect(keys(proposal)).toBe('stage process amount factor emission');
  expect(proposal.adoption.constants).toEqual({ unit: 'kg', factorUnit: 'kg-CO2e/kg' });
  expect(proposal.adoption.columns[0]!.words).toEqual({
    'Raw materials': 'raw-materials',
    Manufacturing: 'production',
  });
});

it('a header that is only an energy carrier with its unit is an amount', () => {
  const grid: Grid = [
    ['工程', '電力 [kWh]', '原単位（kg-CO2/kWh）'],
    ['プレス', 12, 0.43],
    ['塗装', 30, 0.43],
  ];
  const proposal = proposed(bookOf(sheetOf('製造', grid)), range('製造', 'A1:C3'), 'KmcProduct');
  expect(keys(proposal)).toBe('process amount factor');
  expect(proposal.adoption.constants).toEqual({ unit: 'kWh', factorUnit: 'kg-CO2/kWh', stage: 'production' });
});

it('stages written once beside several lines repeat downwards', () => {
  const grid: Grid = [
    ['段階', '項目', '使用量', '単位', '係数', '係数単位'],
    ['原材料調達', '鋼', 1, 'kg', 2, 'kg-CO2e/kg'],
    [null, '銅', 2, 'kg', 3, 'kg-CO2e/kg'],
    ['廃棄・リサイクル', '埋立', 3, 'kg', 0.1, 'kg-CO2e/kg'],
  ];
  const book = bookOf(sheetOf('S', grid, ['A2:A3']));
  const { adoption } = proposed(book, range('S', 'A1:F4'), 'KmcBaseline');
  expect(adoption.columns[0]!.below).toBe(true);
  const constants = { flow: 'input', per: 'sold-unit' };
  expect(lines(adopted(book, { ...adoption, constants })).map((line) => line.split('|')[0])).toEqual([
    'raw-materials',
    'raw-materials',
    'end-of-life',
  ]);
});

it('a stage written once does not reach beyond a sub-total', () => {
  const grid: Grid = [
    ['段階', '項目', '使用量', '単位', '係数', '係数単位'],
    ['原材料調達', '鋼', 1, 'kg', 2, 'kg-CO2e/kg'],
    [null, '銅', 2, 'kg', 3, 'kg-CO2e/kg'],
    [null, '小計', 3],
    [null, '電力', 3, 'kWh', 0.4, 'kg-CO2e/kWh'],
  ];
  const book = bookOf(sheetOf('S', grid));
  const { adoption } = proposed(book, range('S', 'A1:F5'), 'KmcBaseline');
  const saved = adopted(book, { ...adoption, constants: { flow: 'input', per: 'sold-unit' } });
  expect(readWorkbook(saved).case.baseline.lines.map(({ stage }) => stage)).toEqual([
    'raw-materials',
    'raw-materials',
    null,
  ]);
});

describe('several blocks on one sheet', () => {
  const block = (title: string, item: string, factor: number): Grid => [
    [title],
    ['項目', '数量', '単位', '排出原単位', '原単位の単位'],
    [item, 1, 'kg', factor, 'kg-CO2e/kg'],
    ['合計', null, null, null, null],
    [],
  ];
  const grid = [...block('(1) 原材料調達段階', '鋼', 2), ...block('(2) 流通段階', '梱包材', 1), ['メモ', 'ここまで']];
  const book = bookOf(sheetOf('応募製品', grid));

  it('are found one by one with their titles', () => {
    const found = findBlocks(book, '応募製品');
    expect(found.map(({ range: at, title, tables }) => [rangeAddress(at), title, tables[0]])).toEqual([
      ['A2:E4', '(1) 原材料調達段階', 'KmcProduct'],
      ['A7:E9', '(2) 流通段階', 'KmcProduct'],
    ]);
  });

  it('are read together as one table, each with its own columns and stage', () => {
    const adoptions = findBlocks(book, '応募製品').map(({ range: at }) => {
      const { adoption } = proposed(book, at, 'KmcProduct');
      return { ...adoption, constants: { ...adoption.constants, flow: 'input', per: 'sold-unit' } };
    });
    const { case: read } = readWorkbook(adopted(book, ...adoptions));
    expect(read.product.lines.map(({ ref, stage, process }) => [ref.row, stage, process])).toEqual([
      [2, 'raw-materials', '鋼'],
      [7, 'distribution', '梱包材'],
    ]);
  });
});

it('blocks beside each other are told apart', () => {
  const grid: Grid = [
    ['比較対象製品', null, null, null, '応募製品'],
    ['項目', '数量', '単位', null, '項目', '数量', '単位'],
    ['鋼', 2, 'kg', null, '鋼', 1, 'kg'],
    ['銅', 1, 'kg', null, '銅', 1, 'kg'],
  ];
  const found = findBlocks(bookOf(sheetOf('比較', grid)), '比較');
  expect(found.map(({ range: at, tables }) => [rangeAddress(at), tables[0]])).toEqual([
    ['A2:C4', 'KmcBaseline'],
    ['E2:G4', 'KmcProduct'],
  ]);
});

it('sales in thousands with fiscal years of the era', () => {
  const grid: Grid = [
    ['販売実績'],
    ['年度', '納入先', '市内・市外', '販売台数（千台）', '区分'],
    ['令和６年度', '横浜市', '市外', 1.5, '実績'],
    ['令和７年度', '川崎区', '川崎市内', '０．２', '計画'],
  ];
  const book = bookOf(sheetOf('販売', grid));
  const proposal = proposed(book, range('販売', 'A1:E4'), 'KmcSales');
  expect(keys(proposal)).toBe('period place inCity units status');
  const { sales } = readWorkbook(adopted(book, proposal.adoption)).case;
  expect(sales.map(({ period, inCity, units, unit, status }) => [period, inCity, String(units), unit, status])).toEqual(
    [
      [2024, 'out', '1500', '台', 'realized'],
      [2025, 'in', '200', '台', 'planned'],
    ],
  );
});

it('contribution in percent, typed as numbers and as texts', () => {
  const grid: Grid = [
    ['事業者名', '役割', '所在', '寄与率（％）'],
    ['A社', '開発', '市内', 60],
    ['B社', '製造', '市外', '４０'],
  ];
  const book = bookOf(sheetOf('寄与', grid));
  const proposal = proposed(book, range('寄与', 'A1:D3'), 'KmcContribution');
  expect(keys(proposal)).toBe('partner role inCity share');
  expect(proposal.missing.map(({ key }) => key)).toEqual(['method']);
  const adoption = { ...proposal.adoption, constants: { method: 'agreed-share' } };
  const { contribution } = readWorkbook(adopted(book, adoption)).case;
  expect(contribution.map(({ ref, share }) => [ref.id, String(share)])).toEqual([
    ['A社 · 開発', '0.6'],
    ['B社 · 製造', '0.4'],
  ]);
});

it('a list of factors without ids, and lines that name its rows', () => {
  const factors: Grid = [
    ['排出原単位一覧'],
    ['名称', '排出係数', '単位', '出典', '実績年度'],
    ['電力', 0.423, 'kg-CO2e/kWh', '環境省', '令和５年度'],
    ['鋼材', 2.1, 'kg-CO2e/kg', 'IDEA', '2023'],
  ];
  const inventory: Grid = [
    ['段階', '項目', '活動量', '単位', '適用原単位'],
    ['使用', '待機', 10, 'kWh', '電力'],
    ['原材料', '筐体', 4, 'kg', '鋼材'],
    ['生産', '溶接', 4, 'kg', '溶接棒'],
  ];
  const book = bookOf(sheetOf('原単位', factors), sheetOf('明細', inventory));
  const list = proposed(book, range('原単位', 'A2:E4'), 'KmcFactors');
  expect(keys(list)).toBe('nameJa value unit source resultYear');
  const first = proposed(book, range('明細', 'A1:E4'), 'KmcBaseline');
  expect(keys(first)).toBe('stage process amount unit factorId');
  const lined = { ...first.adoption, constants: { flow: 'input', per: 'sold-unit' } };
  const { case: read, problems } = readWorkbook(adopted(book, list.adoption, lined));
  expect(read.baseline.lines.map(({ factor, factorUnit }) => [String(factor), factorUnit])).toEqual([
    ['0.423', 'kg-CO2e/kWh'],
    ['2.1', 'kg-CO2e/kg'],
    ['null', null],
  ]);
  expect(
    problems.filter(({ cell }) => cell?.sheet === '明細' && cell.row === 3).map(({ message }) => message.code),
  ).toEqual(['reader.reference-missing']);
});

it('an English form with a note column, a unit row and a total formula without a label', () => {
  const grid: Grid = [
    ['Appendix 2: reference product'],
    [null],
    ['Phase', 'Item', 'Quantity', 'Unit', 'EF', 'Emissions', 'Data source', 'Remarks'],
    [null, null, null, null, '(kg-CO2e/kg)', '(kg-CO2e)', null, null],
    ['Use phase', 'Spare parts', 4, 'kg', 2, '=C5*E5', 'own data', 'x'],
    ['End of life', 'Shredding', 5, 'kg', 0.1, '=C6*E6', 'own data', null],
    [null, null, null, null, null, '=SUM(F5:F6)', null, null],
  ];
  const proposal = proposed(bookOf(sheetOf('App2', grid)), range('App2', 'A1:H7'), 'KmcBaseline');
  expect(keys(proposal)).toBe('stage process amount unit factor emission evidence note');
  expect(proposal.adoption.constants).toEqual({ factorUnit: 'kg-CO2e/kg' });
  expect(proposal.skipped.map(({ row, reason }) => [row, reason])).toEqual([[6, 'subtotal']]);
});

describe('both sides in one table', () => {
  const grid: Grid = [
    ['段階', '項目', '単位', '使用量', null, '排出係数', '係数単位'],
    [null, null, null, '従来品', '応募製品', null, null],
    ['使用', '電力', 'kWh', 100, 60, 0.4, 'kg-CO2e/kWh'],
    ['原材料', '鋼', 'kg', 7, 8, 2, 'kg-CO2e/kg'],
  ];
  const book = bookOf(sheetOf('比較表', grid, ['D1:E1']));
  const side = (table: 'KmcBaseline' | 'KmcProduct') => proposed(book, range('比較表', 'A1:G4'), table);

  it('gives each side its own amounts', () => {
    expect(keys(side('KmcBaseline'))).toBe('stage process unit amount - factor factorUnit');
    expect(keys(side('KmcProduct'))).toBe('stage process unit - amount factor factorUnit');
  });

  it('is read twice, once for each side', () => {
    const constants = { flow: 'input', per: 'sold-unit' };
    const both = [side('KmcBaseline'), side('KmcProduct')].map(({ adoption }) => ({ ...adoption, constants }));
    const { baseline, product } = readWorkbook(adopted(book, ...both)).case;
    expect([baseline, product].map((one) => one.lines.map(({ amount }) => String(amount)))).toEqual([
      ['100', '7'],
      ['60', '8'],
    ]);
  });

  it('is not read twice for one side', () => {
    const { adoption } = side('KmcBaseline');
    const { case: read, problems } = readWorkbook(adopted(book, adoption, adoption));
    expect(read.baseline.lines).toHaveLength(2);
    expect(problems.map(({ message }) => message.code)).toContain('adoption.overlap');
  });
});

describe('amounts with their units in one cell', () => {
  const grid: Grid = [
    ['工程', '使用量', '排出係数', 'CO2排出量'],
    ['乾燥', '１２０ kWh', '0.4 kg-CO2e/kWh', 48],
    ['焼成', '2.5kg', '3 kg-CO2e/kg', 8],
    ['冷却', '不明', '0.4 kg-CO2e/kWh', null],
  ];
  const book = bookOf(sheetOf('製造', grid));
  const { adoption, missing } = proposed(book, range('製造', 'A1:D4'), 'KmcProduct');
  const complete = { ...adoption, constants: { ...adoption.constants, flow: 'input', per: 'sold-unit' } };

  it('are read as numbers and units', () => {
    expect(missing.map(({ key }) => key)).toEqual(['flow', 'per']);
    const { product } = readWorkbook(adopted(book, complete)).case;
    expect(product.lines.map((line) => [String(line.amount), line.unit, String(line.factor), line.factorUnit])).toEqual(
      [
        ['120', 'kWh', '0.4', 'kg-CO2e/kWh'],
        ['2.5', 'kg', '3', 'kg-CO2e/kg'],
        ['null', null, '0.4', 'kg-CO2e/kWh'],
      ],
    );
  });

  it('are compared with the emissions of the sheet', () => {
    const { differences, counts } = previewAdoption(book, complete);
    const told = differences.map(({ cell, found, calculated, unit }) => [
      cell.row,
      String(found),
      String(calculated),
      unit,
    ]);
    expect(told).toEqual([[2, '8', '7.5', 'kg-CO2e']]);
    expect(counts).toEqual({ rows: 3, accepted: 8, refused: 1, blank: 0 });
  });
});

it('evidence: texts alone are rows, not headings', () => {
  const grid: Grid = [
    ['資料番号', '資料名', 'ファイル名', '発行日', '秘密情報'],
    ['E1', '電力計測記録', 'power.xlsx', 45748, '無'],
    ['E2', '部品表', null, null, '有'],
  ];
  const book = bookOf(sheetOf('資料', grid));
  const proposal = proposed(book, range('資料', 'A1:E3'), 'KmcEvidence');
  expect(keys(proposal)).toBe('id title file date confidential');
  const { evidence } = readWorkbook(adopted(book, proposal.adoption)).case;
  expect(evidence.map(({ ref, title, confidential }) => [ref.id, title, confidential])).toEqual([
    ['E1', '電力計測記録', false],
    ['E2', '部品表', true],
  ]);
});

it('J-Credit style conditions with symbols', () => {
  const grid: Grid = [
    ['記号', 'モニタリング項目', '定義', '単位', '実績値', '計測対象期間', '備考'],
    ['EL', '電力使用量', '年間', 'kWh', 1200, '令和6年度', null],
    ['H', '稼働時間', '年間', '時間', '２，０００', '令和6年度', null],
  ];
  const proposal = proposed(bookOf(sheetOf('A.3', grid)), range('A.3', 'A1:G3'), 'KmcParameters');
  expect(keys(proposal)).toBe('symbol item - unit value period -');
  expect(proposal.notices.map(({ message }) => message.code)).toEqual([
    'adoption.notice.text-numbers',
    'adoption.notice.unplaced',
    'adoption.notice.unplaced',
  ]);
});

it('a transposed block is said to be one', () => {
  const grid: Grid = [
    ['項目', '鋼', '銅', '樹脂'],
    ['数量', 1, 2, 3],
    ['単位', 'kg', 'kg', 'kg'],
    ['排出原単位', 2, 3, 4],
  ];
  const book = bookOf(sheetOf('横', grid));
  expect(findBlocks(book, '横').map(({ transposed }) => transposed)).toEqual([true]);
  expect(proposeAdoption(book, range('横', 'A1:D4'), 'KmcBaseline')).toMatchObject({
    ok: false,
    message: { code: 'adoption.transposed' },
  });
});

it.each([
  ['ZZ', 'A1:B2', 'adoption.sheet-unknown'],
  ['S', 'H1:J9', 'adoption.range-empty'],
  ['S', 'A2:B3', 'adoption.no-header'],
  ['S', 'A1:B1', 'adoption.no-rows'],
])('%s!%s: %s', (sheet, address, code) => {
  const grid: Grid =
    address === 'A1:B1'
      ? [['項目', '数量']]
      : [
          ['項目', '数量'],
          ['q', 1],
          ['r', 2],
        ];
  const outcome = proposeAdoption(bookOf(sheetOf('S', grid)), range(sheet, address), 'KmcBaseline');
  expect(outcome).toMatchObject({ ok: false, message: { code } });
});
