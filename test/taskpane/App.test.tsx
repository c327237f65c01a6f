/** @jest-environment jsdom */
import { act } from 'react';
import { createMemoryHost, type MemoryHost } from '../../src/adapters/memory/memoryHost';
import { KmcError, message } from '../../src/core/message';
import type { WorkbookHost } from '../../src/core/ports';
import { evaluate } from '../../src/core/pipeline';
import type { CellRef } from '../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { TEXTS } from '../../src/locales/texts';
import { translator } from '../../src/locales/translator';
import type { AppProps } from '../../src/taskpane/App';
import { exampleNamed } from '../../src/core/template/examples/registry';
import { calculatedContent, calculatedExample } from './calculatedExample';
import { fetchViews, PaneOnPage } from './paneOnPage';

let workbook: WorkbookSnapshot;
let pane: PaneOnPage;
let place: HTMLElement;

beforeAll(async () => {
  await fetchViews();
  workbook = await calculatedExample('photovoltaics', 'ja');
}, 60_000);

beforeEach(() => {
  pane = new PaneOnPage();
  place = pane.place;
});

afterEach(() => pane.close());

const show = (host: WorkbookHost, props: Partial<AppProps> = {}) => pane.show(host, props);
const settle = () => pane.settle();
const text = () => pane.text;
const control = (name: string | RegExp, within?: Element) => pane.control(name, within);
const press = (name: string | RegExp, within?: Element) => pane.press(name, within);

/** A cell of the only line of a side. */
function cellOf(table: 'KmcBaseline' | 'KmcProduct', column: 'amount' | 'unit'): CellRef {
  const { case: source } = evaluate(workbook);
  const [line] = source[table === 'KmcBaseline' ? 'baseline' : 'product'].lines;
  return { sheet: line!.ref.sheet, row: line!.ref.row, column: source.locations[table]!.columns[column]! };
}

const blank = (host: MemoryHost, cell: CellRef) => host.edit([{ kind: 'set-value', cell, value: null }]);

describe('the two numbers', () => {
  it('stand with their units, as published: 504.5 g-CO2 per kWh and 27,747,500 g-CO2 a year', async () => {
    await show(createMemoryHost(workbook));
    expect(control(/504\.5/).textContent).toBe('504.5g-CO2e/kWh');
    expect(control(/27\.7475/).textContent).toBe('27.7475t-CO2e');
    expect(text()).toContain('1年当たり');
    expect(text()).toContain('2025年度');
  });

  it('give way to their reasons while they are missing', async () => {
    const host = createMemoryHost(workbook);
    blank(host, cellOf('KmcBaseline', 'amount'));
    await show(host);
    expect(text()).not.toMatch(/504\.5|27\.7475/);
    expect(text().match(/算定できません/g)!.length).toBeGreaterThanOrEqual(2);
    const reasons = [...place.querySelectorAll('ul[aria-label="算定できない理由"] li')].map((each) => each.textContent);
    expect(reasons).toEqual(evaluate(await host.snapshot()).assessment.reductionPerUnit.reasons.map(translator('ja')));
    expect(reasons.length).toBeGreaterThan(0);
  });

  it('say in words what a minus means', async () => {
    const host = createMemoryHost(workbook);
    host.edit([{ kind: 'set-value', cell: cellOf('KmcProduct', 'amount'), value: 100 }]);
    await show(host);
    // 0.55 − 100 × 0.0455 = −4.0 kg
    expect(control(/g-CO2e\/kWh/).textContent).toBe('−4,000.0g-CO2e/kWh');
    expect(text()).toContain('応募製品等の排出量が比較対象製品より多い');
  });

  it('have the unrounded value for who points at them or comes by keyboard', async () => {
    const host = createMemoryHost(workbook);
    host.edit([{ kind: 'set-value', cell: cellOf('KmcProduct', 'amount'), value: 1.001 }]);
    await show(host);
    const number = control(/g-CO2e\/kWh/);
    // 550 − 1.001 × 45.5 = 504.4545, shown with one digit after the point
    expect(number.textContent).toBe('504.5g-CO2e/kWh');
    await act(async () => number.focus());
    await act(() => new Promise((resolve) => setTimeout(resolve, 400)));
    const described = document.getElementById(number.getAttribute('aria-describedby')!);
    expect(described?.textContent).toBe('丸める前の値: 504.4545 g-CO2e/kWh');
  });
});

describe('problems', () => {
  it('lead to their cell', async () => {
    const host = createMemoryHost(workbook);
    const cell = cellOf('KmcBaseline', 'amount');
    blank(host, cell);
    await show(host);
    await press('要修正 1件');
    const [item, ...others] = [...place.querySelectorAll<HTMLElement>('[role=tabpanel] [data-item] [data-main]')];
    expect(others).toEqual([]);
    expect(item!.textContent).toContain('比較対象製品!H5');
    await act(async () => item!.click());
    expect(host.revealed).toEqual(cell);
  });

  it('can be narrowed to one kind and widened again', async () => {
    const host = createMemoryHost(workbook);
    blank(host, cellOf('KmcBaseline', 'amount'));
    await show(host);
    await press(/^審査$/);
    const headings = () => [...place.querySelectorAll('[role=tabpanel] h2')].map((each) => each.textContent);
    const both = headings();
    expect(both).toHaveLength(7);
    expect(both[1]).toBe('A2 ライフサイクル全体');
    const filters = place.querySelector('[role=group][aria-label="表示する種類"]')!;
    await press(/^要確認/, filters);
    expect(headings().length).toBeLessThan(7);
    expect(place.querySelectorAll('[data-item]').length).toBeGreaterThan(0);
    expect(place.querySelector('[role=tabpanel]')!.textContent).not.toContain('比較対象製品!H5');
    await press(/^要確認/, filters);
    expect(headings()).toEqual(both);
  });

  it('say what went wrong when a cell cannot be shown', async () => {
    const memory = createMemoryHost(workbook);
    const host: WorkbookHost = {
      ...memory,
      reveal: () => Promise.reject(new KmcError(message('host.unknown-sheet', { sheet: 'X' }))),
    };
    await show(host);
    await press('要確認 5件');
    await press(/算定対象外!F5/);
    expect(place.querySelector('[role=alert]')?.textContent).toContain('ブックにシート「X」がありません。');
  });
});

describe('where a number comes from', () => {
  const panel = () => place.querySelector('section section')!;

  it('is followed from the result to the cell, and back', async () => {
    const host = createMemoryHost(workbook);
    await show(host);
    await press(/504\.5/);
    await press('全段階の合計（リバウンドと波及効果を控除）', panel());
    expect(panel().textContent).toContain('0 + (−0.0455) + 0 + 0.55 + 0 = 0.5045 kg-CO2e');
    await press('生産', panel());
    expect(panel().textContent).toContain('0 − 0.0455 = −0.0455 kg-CO2e');
    await press('応募製品等', panel());
    await press(/^P1/, panel());
    expect(panel().textContent).toContain('活動量 × 単位換算 × 排出原単位');
    await press('応募製品等!H5', panel());
    expect(host.revealed).toEqual(cellOf('KmcProduct', 'amount'));
    for (let step = 0; step < 4; step += 1) await press('戻る', panel());
    expect(panel().textContent).toContain('504.5');
    await press('戻る', panel());
    expect(place.querySelector('section[aria-label^="数値の由来"]')).toBeNull();
    expect(document.activeElement).toBe(control(/504\.5/));
  });

  it('opens under a stage, and stays open where the workbook changes elsewhere', async () => {
    const host = createMemoryHost(workbook);
    await show(host);
    await press('使用');
    expect(place.querySelector('td section')?.textContent).toContain('0.55 − 0 = 0.55 kg-CO2e');
    host.edit([{ kind: 'set-value', cell: cellOf('KmcBaseline', 'amount'), value: 2 }]);
    await settle();
    expect(place.querySelector('td section')?.textContent).toContain('1.1 − 0 = 1.1 kg-CO2e');
  });
});

describe('the stage table', () => {
  const cells = () =>
    [...place.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent));

  it('tells a stage nobody stated from one of nothing, and adds up', async () => {
    await show(createMemoryHost(workbook));
    // shares of 0.5045: −0.0455 is −9.0 %, 0.55 is 109.0 %
    expect(cells()).toEqual([
      ['原材料調達', '— 行の記入がありません'],
      ['生産', ''],
      ['—', '0.0455', '−0.0455−9.0 %'],
      ['流通', '— 行の記入がありません'],
      ['使用', ''],
      ['0.55', '—', '0.55109.0 %'],
      ['廃棄・リサイクル', '— 行の記入がありません'],
      ['合計'],
      ['0.55', '0.0455', '0.5045100.0 %'],
    ]);
  });
});

describe('a total that is not the certified number', () => {
  const field = (key: string): CellRef => {
    const { case: source } = evaluate(workbook);
    return {
      sheet: source.fields[key]!.ref.sheet,
      row: source.fields[key]!.ref.row,
      column: source.locations['KmcCase']!.columns['value']!,
    };
  };

  it('is followed by what rebound leaves of it', async () => {
    const { fields, tables } = exampleNamed('service').content;
    const service = await calculatedContent({ fields, tables: { ...tables, KmcSideEffects: [] } }, 'en');
    await show(createMemoryHost(service), { language: 'en' });
    const rows = [...place.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    // rebound 0.05 of the use stage: 1,669.65 − 0.05 × 1,705.5 = 1,584.375
    expect(rows.at(-2)!.at(-1)).toBe('1,669.65100.0 %');
    expect(rows.flat()).toContain('1,705.5102.1 %');
    expect(rows.at(-1)).toEqual(['Net, after rebound and side effects', '1,584.37…']);
  });

  it('is said to be one where only what arises outside the city is certified', async () => {
    const host = createMemoryHost(workbook);
    host.edit([{ kind: 'set-value', cell: field('outsideReading'), value: '市外分のみ' }]);
    await show(host);
    expect(text()).toContain('この表は全段階の値です。');
  });
});

describe('language', () => {
  it.each(['en', 'ja'] as const)('has a text for every key, in %s', async (language) => {
    const broken = createMemoryHost(workbook);
    blank(broken, cellOf('KmcBaseline', 'amount'));
    for (const host of [createMemoryHost(workbook), broken]) {
      await show(host, { language });
      const result = place.outerHTML;
      await press(/^審査$|^Review$/);
      expect(result + place.outerHTML).not.toMatch(/\b(pane|choices|template|equations|reader|calculation)\.[a-z]/);
      pane.close();
      pane = new PaneOnPage();
      place = pane.place;
    }
  });

  it('changes every text at once, and is told', async () => {
    const told: string[] = [];
    await show(createMemoryHost(workbook), { onLanguageChange: (language) => told.push(language) });
    await press(/^審査$/);
    await press('English');
    expect(told).toEqual(['en']);
    expect(text()).toContain('Reduction per functional unit');
    expect(text()).toContain('per year');
    const own = text()
      .replace('日本語', '')
      .replace(/算定対象外(?:![A-Z]\d+)?/g, '')
      .replace(/「?割合」?/g, '')
      // What the workbook calls its evidence.
      .replace(/E1 .*?co2\.php/, '');
    expect(own).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    expect(place.querySelector('section')?.getAttribute('lang')).toBe('en');
    await press('日本語');
    expect(text()).toContain('機能単位当たりの削減量');
  });
});

describe('the workbook', () => {
  it('is followed when it changes', async () => {
    const host = createMemoryHost(workbook);
    await show(host);
    host.edit([{ kind: 'set-value', cell: cellOf('KmcBaseline', 'amount'), value: 2 }]);
    await settle();
    // 2 × 550 − 45.5
    expect(control(/g-CO2e\/kWh/).textContent).toBe('1,054.5g-CO2e/kWh');
  });

  it('that has no table of ours is answered with what to do', async () => {
    await show(createMemoryHost({ ...workbook, tables: [] }));
    expect(text()).toContain('このブックには KMC の表がありません。');
    expect(text()).not.toContain('算定できません');
  });

  it('that cannot be read is answered with a sentence, and read again on demand', async () => {
    const memory = createMemoryHost(workbook);
    let broken = true;
    const host: WorkbookHost = {
      ...memory,
      snapshot: () => (broken ? Promise.reject(new Error('busy')) : memory.snapshot()),
    };
    await show(host);
    expect(place.querySelector('[role=alert]')?.textContent).toContain('ブックを読み込めませんでした（busy）。');
    broken = false;
    await press('もう一度試す');
    await settle();
    expect(place.querySelector('[role=alert]')).toBeNull();
    expect(text()).toContain('504.5');
  });

  it('that can no longer be read leaves its numbers marked as old', async () => {
    const memory = createMemoryHost(workbook);
    let broken = false;
    const host: WorkbookHost = {
      ...memory,
      snapshot: () => (broken ? Promise.reject(new Error('gone')) : memory.snapshot()),
    };
    await show(host);
    broken = true;
    blank(memory, cellOf('KmcBaseline', 'amount'));
    await settle();
    const alert = place.querySelector('[role=alert]')?.textContent;
    expect(alert).toContain('gone');
    expect(alert).toContain('次の数値は前回読み込んだ内容によるものです。');
    expect(text()).toContain('504.5');
  });
});

describe('the same things', () => {
  it.each(['en', 'ja'] as const)('have the same names as on the command line, in %s', (language) => {
    const { pane } = TEXTS[language];
    const { cli } = MORE_TEXTS[language];
    const sameCase = (words: string) => words.trim().toLowerCase();
    expect([pane.number.reduction, pane.number.avoided]).toEqual([cli.result.reduction, cli.result.avoided]);
    expect(pane.sense).toEqual(cli.result.sense);
    const { baseline, product, reduction, total } = cli.result.column;
    expect(pane.stages).toMatchObject({ baseline, product, reduction, total });
    expect(pane.settings.title).toBe(cli.result.settings.replace(/[（(].*/, '').trim());
    const { block, warn, info } = pane.severity;
    expect([block, warn, info].map(sameCase)).toEqual(Object.values(cli.severity).map(sameCase));
    expect(sameCase(pane.severity.unknown)).toBe(sameCase(MORE_TEXTS[language].decisions.cli.status.unknown));
  });
});
