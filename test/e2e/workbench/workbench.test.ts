import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afresh, chooseSheet, goTo, paneShows, savedFile, type, workbenchForEach } from '../../support/workbenchPage';

const SAMPLES = path.resolve(__dirname, '../../../samples');
const ROOT = path.resolve(__dirname, '../../..');

let page: Page;
const workbench = workbenchForEach();
beforeEach(() => (page = workbench.page));

/** The two numbers of a file that is opened anew. */
async function numbersOf(bytes: Uint8Array) {
  const { reductionPerUnit, avoided } = (await afresh(bytes)).assessment;
  return [reductionPerUnit.value?.toString(), avoided.value?.toString()];
}

const LINE = ['P9', '', '', '生産', '追加の燃料', '投入', '不明', '0.1', 't', '機能単位当たり', 'slag.energy'];

const undo = () => page.getByRole('button', { name: '元に戻す' });

async function undoAll() {
  while (await undo().isEnabled()) await undo().click();
}

it('shows the numbers that the command line gives for the same file', async () => {
  const file = path.join(SAMPLES, 'slag-cement.xlsx');
  const json = JSON.parse(
    execFileSync(process.execPath, ['dist/cli/kmc.js', 'calculate', file, '--json', '--lang', 'ja'], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  );
  expect([json.reductionPerUnit.value, json.avoided.value].map(Number)).toEqual([309, 1545]);
  expect(workbench.said).toContain('309');
  expect(Buffer.from(await savedFile(page)).equals(readFileSync(file))).toBe(true);
});

it('follows an amount, a line at the end, one in the middle, a deleted and sorted ones, and comes back', async () => {
  await chooseSheet(page, '応募製品等');
  await type(page, 'H6', ['2']);
  // 769 − (275 + 2 × 185); × 10,000 t × 0.5
  await paneShows(page, '124', '620');
  expect(await numbersOf(await savedFile(page))).toEqual(['124', '620']);

  await type(page, 'A7', LINE);
  // less 0.1 × 185: 105.5 and 527.5, shown rounded
  await paneShows(page, '106', '528');
  expect(await numbersOf(await savedFile(page))).toEqual(['105.5', '527.5']);

  await goTo(page, 'A5');
  await page.getByRole('button', { name: '下に行を挿入' }).click();
  await type(
    page,
    'A6',
    LINE.map((text) => (text === 'P9' ? 'P10' : text)),
  );
  await paneShows(page, '87', '435');
  expect(await numbersOf(await savedFile(page))).toEqual(['87', '435']);

  await goTo(page, 'N6');
  await page.getByRole('button', { name: '行の並べ替え' }).click();
  await page.getByRole('menuitem', { name: '選択した列の降順' }).click();
  await goTo(page, 'A5');
  await page.getByRole('button', { name: '行を削除' }).click();
  // The largest is gone: 769 − (275 + 18.5 + 18.5)
  await paneShows(page, '457', '2,285');
  expect(await numbersOf(await savedFile(page))).toEqual(['457', '2285']);

  await undoAll();
  await paneShows(page, '309', '1,545');
  const original = readFileSync(path.join(SAMPLES, 'slag-cement.xlsx'));
  expect(Buffer.from(await savedFile(page)).equals(original)).toBe(true);
});

it('speaks the other language', async () => {
  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByRole('radio', { name: 'English' }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Open…' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

it('says why a broken file is not opened, and keeps the workbook', async () => {
  const broken = Buffer.from(readFileSync(path.join(SAMPLES, 'slag-cement.xlsx')).subarray(0, 20_000));
  await page.locator('input[type=file]').setInputFiles({ name: '途中.xlsx', mimeType: '', buffer: broken });
  await page.getByText('途中.xlsx を開けませんでした。').waitFor();
  await paneShows(page, '309', '1,545');
});

it('asks before another workbook takes the place of a changed one', async () => {
  await chooseSheet(page, '応募製品等');
  await type(page, 'H6', ['2']);
  await paneShows(page, '124', '620');
  await page.getByRole('button', { name: '新規' }).click();
  await page.getByRole('button', { name: '編集を続ける' }).click();
  await paneShows(page, '124', '620');
  await page.getByRole('button', { name: 'サンプル' }).click();
  await page.getByRole('menuitem', { name: '太陽光発電' }).click();
  await page.getByRole('button', { name: '変更を破棄' }).click();
  await page.getByText('photovoltaics.xlsx').waitFor();
});

it('gives the pane the width that the divider is moved to', async () => {
  const divider = page.getByRole('separator', { name: '作業ウィンドウの幅' });
  const before = Number(await divider.getAttribute('aria-valuenow'));
  await divider.focus();
  await page.keyboard.press('ArrowLeft');
  expect(Number(await divider.getAttribute('aria-valuenow'))).toBe(before + 24);
});
