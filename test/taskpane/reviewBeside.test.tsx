/** @jest-environment jsdom */
import { act } from 'react';
import { createMemoryHost } from '../../src/adapters/memory/memoryHost';
import { evaluate } from '../../src/core/pipeline';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { withEdits } from '../../src/core/workbook/withEdits';
import { placesOf } from '../../src/core/review/places';
import { ILLUSTRATIVE_DOCUMENT } from '../../src/core/template/examples/illustrativeDocument';
import { NOTHING_BESIDE, type Beside } from '../../src/taskpane/review/beside';
import { found } from '../../src/taskpane/review/run';
import type { HashedFile } from '../../src/taskpane/submit/evidenceStates';
import type { Workbooks } from '../../src/taskpane/start/ports';
import { calculatedExample } from './calculatedExample';
import { fetchViews, PaneOnPage } from './paneOnPage';

jest.setTimeout(120_000);

let workbook: WorkbookSnapshot;
let changed: WorkbookSnapshot;

const known = (snapshot: WorkbookSnapshot) => ({ snapshot, outcome: evaluate(snapshot) });

async function statusOf(rule: string, snapshot: WorkbookSnapshot, beside: Beside) {
  const host = createMemoryHost(snapshot);
  const { review } = (await found(known(snapshot), true, host, new AbortController().signal, beside))!;
  const { status } = review.criteria.flatMap(({ rules }) => rules).find((one) => one.rule === rule)!;
  const said = review.findings.filter((finding) => finding.rule === rule).map(({ message: { code } }) => code);
  return { status, said };
}

const file = (sha256: string): HashedFile => ({ path: ILLUSTRATIVE_DOCUMENT.file, bytes: new Uint8Array(), sha256 });

beforeAll(async () => {
  await fetchViews();
  workbook = await calculatedExample('water-pump', 'ja');
  const cell = placesOf(evaluate(workbook).case).cellOf({ table: 'KmcProduct', rowId: 'P5', column: 'amount' })!;
  changed = withEdits(workbook, [{ kind: 'set-value', cell, value: 15_100 }]);
}, 60_000);

describe('evidence chosen in Submit', () => {
  const rule = 'evidence-present';

  it('is not known before any is chosen', async () => {
    const { status, said } = await statusOf(rule, workbook, NOTHING_BESIDE);
    expect([status, said]).toEqual(['info', ['rules.evidence-present.unseen']]);
  });

  it('passes with the file whose hash the workbook states, and blocks with another', async () => {
    const of = (sha256: string): Beside => ({ ...NOTHING_BESIDE, evidence: [file(sha256)] });
    expect((await statusOf(rule, workbook, of(ILLUSTRATIVE_DOCUMENT.sha256))).status).toBe('passes');
    expect(await statusOf(rule, workbook, of('0'.repeat(64)))).toEqual({
      status: 'block',
      said: ['rules.evidence-present.changed'],
    });
  });

  it('is open, and accuses nobody, where the cited file is not among those chosen so far', async () => {
    const other = { ...file('0'.repeat(64)), path: 'other.pdf' };
    expect(await statusOf(rule, workbook, { ...NOTHING_BESIDE, evidence: [other] })).toEqual({
      status: 'unknown',
      said: ['rules.evidence-present.not-chosen'],
    });
  });
});

describe('the submission before', () => {
  const rule = 'restatement-log';
  const since = async (snapshot: WorkbookSnapshot, before: WorkbookSnapshot) =>
    statusOf(rule, snapshot, { ...NOTHING_BESIDE, earlier: { snapshot: before, of: known(before) } });

  it('asks why the inputs are others now', async () => {
    expect(await since(changed, workbook)).toEqual({ status: 'warn', said: [expect.stringMatching(/changed/)] });
  });

  it('asks nothing where they are the same, and is not missed where there was none', async () => {
    expect((await since(workbook, workbook)).status).toBe('passes');
    expect((await statusOf(rule, workbook, NOTHING_BESIDE)).status).toBe('passes');
  });

  it('is looked at as soon as its file is chosen', async () => {
    const pane = new PaneOnPage();
    const workbooks: Workbooks = {
      create: async () => undefined,
      readFile: async () => workbook,
      openEdited: async () => undefined,
    };
    await pane.show(createMemoryHost(changed), { view: 'problems', workbooks, language: 'en' });
    await pane.until(() => pane.text.includes('Everything is checked.'));
    const openLast = async () => {
      if (pane.control(/^G/).getAttribute('aria-expanded') === 'false') await pane.press(/^G/);
    };
    await openLast();
    expect(pane.text).not.toContain('Inputs differ from the last package');
    await pane.press('Changes');
    const input = () => pane.place.querySelector<HTMLInputElement>('input[aria-label="Choose the earlier workbook"]');
    await pane.until(() => input() !== null);
    Object.defineProperty(input()!, 'files', { value: [new File(['x'], 'before.xlsx')], configurable: true });
    await act(async () => void input()!.dispatchEvent(new Event('change', { bubbles: true })));
    await pane.until(() => pane.text.includes('before.xlsx'));
    await pane.press('Findings');
    await openLast();
    await pane.until(() => pane.text.includes('Inputs differ from the last package (count: 1)'));
    pane.close();
  });
});
