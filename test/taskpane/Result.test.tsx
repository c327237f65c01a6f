/** @jest-environment jsdom */
import { act } from 'react';
import { createMemoryHost } from '../../src/adapters/memory/memoryHost';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { calculatedContent, calculatedExample } from './calculatedExample';
import { manySided } from './manySided';
import { fetchViews, PaneOnPage, rowsOf } from './paneOnPage';

let workbook: WorkbookSnapshot;
let pane: PaneOnPage;

beforeAll(async () => {
  await fetchViews();
  workbook = await calculatedContent(manySided(), 'ja');
}, 60_000);

beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

const tableIn = (section: Element, label?: string) =>
  section.querySelector(label === undefined ? 'table' : `table[aria-label="${label}"]`)!;

describe('the result of a case with something of everything', () => {
  it('goes from the baseline to the product, and then to what side effects add', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('比較対象製品から応募製品等まで');
    expect(rowsOf(tableIn(section))).toEqual([
      ['比較対象製品', '0.55'],
      ['生産', '0.0455'],
      ['使用', '−0.55'],
      ['応募製品等', '0.0455'],
      ['波及効果', '0.011'],
      ['応募製品等（リバウンド・波及効果を含む）', '0.0565'],
    ]);
  });

  it('names the lines from the largest to the smallest, each with its side and stage', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('行別');
    expect(rowsOf(tableIn(section)).flat()).toEqual(
      [
        'B1 系統電力の発電',
        '0.55',
        '比較対象製品使用',
        'P1 設備のライフサイクル全体',
        '0.0455',
        '応募製品等生産',
        'SE1 予備電源',
        '0.011',
        '波及効果使用',
      ].map((text) => text.replace(/(比較対象製品|応募製品等|波及効果)(使用|生産)/, '$1 · $2')),
    );
  });

  it('books the realized sales by sale year and by the year in which it arises, both to one total', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('年度別');
    // A unit: 82,500 kWh over its life; embodied −0.0455, in use 55,000 × 0.539 kg in its first year, half of that in its second; × 0.6
    expect(rowsOf(tableIn(section, '販売した年度別'))).toEqual([
      ['2024年度', '2', '48.8565'],
      ['2025年度', '1', '24.4282…'],
      ['合計', '', '73.2847…'],
    ]);
    expect(rowsOf(tableIn(section, '効果が生じる年度別'))).toEqual([
      ['2024年度', '31.0695'],
      ['2025年度', '33.3217…'],
      ['2026年度', '8.8935'],
      ['合計', '73.2847…'],
    ]);
  });

  it('keeps realized, planned and potential sales apart', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('実績・計画・潜在の販売');
    const tables = [...section.querySelectorAll('table')];
    expect(tables.map((table) => [table.getAttribute('aria-label'), rowsOf(table)])).toEqual([
      [
        '実績',
        [
          ['2024年度', '2', '32.571'],
          ['2025年度', '1', '16.2855'],
        ],
      ],
      ['計画', [['2026年度', '3', '48.8565']]],
      ['潜在', [['2027年度', '10', '162.855']]],
    ]);
  });

  it.each([
    ['比較対象製品から応募製品等まで', 6],
    ['行別', 3],
    ['年度別', 7],
    ['実績・計画・潜在の販売', 4],
    ['事業者ごとの分', 3],
  ])('opens every number of a table to the step that gives it: %s', async (title, rows) => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section(title);
    const openers = () => [...section.querySelectorAll<HTMLElement>('tbody tr th button[aria-expanded]')];
    expect(openers()).toHaveLength(rows);
    for (let index = 0; index < rows; index += 1) {
      const row = openers()[index]!.closest('tr')!;
      const shown = row.lastElementChild!.textContent!.replace(/…|[−+]/g, '');
      await act(async () => openers()[index]!.click());
      const found = section.querySelector('section strong')!.textContent!.replace(/−/g, '');
      expect([title, index, found.startsWith(shown)]).toEqual([title, index, true]);
      await act(async () => openers()[index]!.click());
      expect(section.querySelector('section strong')).toBeNull();
    }
  });

  it('leads from a calendar year to the sales it is made of, and from there to the cells', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('年度別');
    const table = tableIn(section, '効果が生じる年度別');
    await pane.press('2025年度', table);
    const trace = () => table.querySelector('section')!;
    expect(trace().textContent).toContain('2024年度販売・2025年度使用');
    await pane.press('2024年度販売・2025年度使用', trace());
    // 0.6 × 82,500 kWh × 2 × (a third of 0.539 kg) ÷ 1,000
    expect(trace().textContent).toContain('= 17.787 t-CO2e');
    await pane.press('その年度の販売量', trace());
    expect(trace().textContent).toContain('販売量!G5');
  });

  it('shows the contribution in both readings, and which is certified', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('域外貢献量の内訳');
    expect(section.textContent).toContain('認証の対象16.2855 t-CO2e');
    expect(section.textContent).toMatch(/参考値[\d.,]+ t-CO2e|参考値不明/);
  });

  it('gives each partner a part of the whole', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('事業者ごとの分');
    expect(rowsOf(tableIn(section)).flat()).toEqual([
      '例示株式会社',
      '16.2855',
      '市内 · 割合 0.6',
      '提携先',
      '10.857',
      '市外 · 割合 0.4',
      '配分前の全体',
      '27.1425',
    ]);
  });

  it('leads from a part through the whole to each step that it was made from', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('事業者ごとの分');
    await pane.press('提携先', section);
    const trace = () => section.querySelector('section')!;
    expect(trace().textContent).toContain('27.1425 × 0.4 = 10.857 t-CO2e');
    await pane.press('貢献度を掛ける前の区分の合計', trace());
    await pane.press('販売1単位当たりの機能単位数 × 販売量 × 正味削減量', trace());
    expect(trace().textContent).toContain('55,000 × 1 × 0.4935 = 27,142.5 kg-CO2e');
    await pane.press('正味の域外削減量', trace());
    expect(trace().textContent).toContain('波及効果: 使用');
  });

  it('sets variations beside the numbers as they are', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('別の条件での値');
    // 2 × 550 − 45.5 − 11 = 1,043.5; × 55,000 kWh × 0.6 = 34.4355 t
    expect(rowsOf(tableIn(section)).flat()).toEqual([
      '入力どおり',
      '493.5',
      '16.2855',
      '2倍の提供',
      '1,043.5+550.0',
      '34.4355+18.1500',
      'B1 · 数量: 1 → 2',
    ]);
  });

  it('says how sure the numbers are: of a uniform input the central 95 % of its range', async () => {
    await pane.show(createMemoryHost(workbook));
    const section = await pane.section('端数処理と確からしさ');
    await pane.until(() => section.textContent!.includes('95 %区間'));
    const [, low, high] = /([\d.]+)〜([\d.]+) g-CO2e\/kWh/.exec(section.textContent!)!;
    // 550 × (0.9 + 0.2 × 2.5 %) − 56.5 and × (0.9 + 0.2 × 97.5 %)
    expect(Math.abs(Number(low) - 441.25)).toBeLessThan(2);
    expect(Math.abs(Number(high) - 545.75)).toBeLessThan(2);
    expect(section.textContent).toContain('削減にならない確率0 %');
    expect(section.textContent).toContain('試行10,000回');
  });

  it('says which inputs move the numbers most, and leads to their cells', async () => {
    const host = createMemoryHost(workbook);
    await pane.show(host);
    const section = await pane.section('数値を左右する入力');
    await pane.until(() => section.querySelector('table') !== null);
    await pane.press('機能単位当たりの削減量', section);
    // The line states 0.9–1.1: 0.9 × 550 − 56.5 and 1.1 × 550 − 56.5; the factor of grid and side effect is moved by 10 %
    expect(rowsOf(tableIn(section)).slice(0, 2)).toEqual([
      ['B1 系統電力の発電', '438.5', '548.5'],
      [expect.stringContaining('0.9〜1.1 kWh（入力された幅）')],
    ]);
    await pane.press('B1 系統電力の発電', section);
    expect(host.revealed).toMatchObject({ sheet: '比較対象製品' });
  });
});

describe('what is not known', () => {
  it('is said to be so, with a reason or with what to do', async () => {
    await pane.show(createMemoryHost(await calculatedExample('photovoltaics', 'ja')));
    const certainty = await pane.section('端数処理と確からしさ');
    expect(certainty.textContent).toContain('ばらつきを示す入力がない');
    const years = await pane.section('年度別');
    expect(years.querySelector('table')).toBeNull();
    expect(years.querySelectorAll('li').length).toBeGreaterThan(0);
  });

  it('is nowhere a zero while a number is missing', async () => {
    await pane.show(createMemoryHost(await calculatedExample('broken', 'ja')));
    for (const title of [
      '端数処理と確からしさ',
      '比較対象製品から応募製品等まで',
      '行別',
      '数値を左右する入力',
      '事業者ごとの分',
    ]) {
      const section = await pane.section(title);
      expect(section.querySelector('table')).toBeNull();
      expect(section.textContent!.length).toBeGreaterThan(title.length + 10);
    }
  });
});

describe('settings', () => {
  it('name every choice with its basis, the rounding with its cells, and the versions', async () => {
    const host = createMemoryHost(workbook);
    await pane.show(host, { view: 'settings' });
    expect(pane.text).toContain('端数処理四捨五入');
    expect(pane.text).toContain('2026.1（1,063件）');
    expect(pane.text).not.toMatch(/\b(pane|choices|template)\.[a-z]/);
    await pane.press(/^応募概要!/);
    expect(host.revealed).toMatchObject({ sheet: '応募概要' });
  });

  it('are left for where one was, by Escape or back', async () => {
    await pane.show(createMemoryHost(workbook));
    await pane.press(/^審査$/);
    await pane.press('設定');
    expect(document.activeElement?.textContent).toBe('設定');
    await pane.press('戻る');
    expect(pane.place.querySelector('[role=tab][aria-selected=true]')?.textContent).toMatch(/^審査$/);
  });
});

describe('a section', () => {
  it('stays as it was left while other views are shown', async () => {
    await pane.show(createMemoryHost(workbook));
    await pane.section('行別');
    await pane.press(/^審査$/);
    await pane.press('結果');
    expect(pane.control('行別').getAttribute('aria-expanded')).toBe('true');
  });
});
