import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../src/adapters/xlsx/read/readXlsx';
import { applyEdits } from '../src/adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../src/adapters/xlsx/write/writeXlsx';
import { webDigest } from '../src/adapters/zip/digest';
import { inflate } from '../src/adapters/zip/inflate';
import { packWorkbook } from '../src/core/package/pack';
import { portfolioEntry, type PortfolioEntry } from '../src/core/package/portfolio/entry';
import { portfolioOf } from '../src/core/package/portfolio/portfolio';
import type { VerifyTools } from '../src/core/package/verify/context';
import { verifyPackage } from '../src/core/package/verify/verifyPackage';
import { recalculated } from '../src/core/recalculated';
import { exampleNamed } from '../src/core/template/examples/registry';
import { planWorkbook } from '../src/core/template/planWorkbook';
import type { CaseContent } from '../src/core/template/content';
import { caseOfLines } from './lineCase';
import { heldMegabytes, ms, row } from './measure';

const tools: VerifyTools = {
  digest: webDigest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: createRecalculator(),
  documents: null,
};

/** The document that the sample cases cite; without it they would be drafts. */
const EVIDENCE_FILE = 'illustrative-figures.txt';
const evidence = [
  {
    path: EVIDENCE_FILE,
    bytes: new Uint8Array(readFileSync(path.join(__dirname, '../samples/evidence', EVIDENCE_FILE))),
  },
];

/** A workbook with its values calculated, as a person would save it. */
async function savedWorkbook(content: CaseContent): Promise<Uint8Array> {
  const bytes = writeXlsx(planWorkbook({ language: 'ja', content }));
  const { snapshot } = await readXlsx(bytes);
  return applyEdits(bytes, recalculated(snapshot, await createRecalculator().recalculate(snapshot)).edits);
}

/** Processor time, which other work on the machine does not lengthen. */
async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [result, (user + system) / 1000];
}

async function packAndVerify(lines: number): Promise<Growing> {
  const workbook = await savedWorkbook(caseOfLines(lines, false));
  const [packed, packing] = await timed(() => packWorkbook(workbook, evidence, tools));
  const [verification, verifying] = await timed(() => verifyPackage(packed.bytes, tools));
  const [, quick] = await timed(() => verifyPackage(packed.bytes, tools, false));
  if (verification.state === 'failed' || verification.state === 'unusable') throw new Error('a sound package failed');
  row(lines, (packed.bytes.length / 1e6).toFixed(2), ms(packing), ms(verifying), ms(quick), ms(peakMegabytes()));
  return { packing, verifying, quick };
}

/** Times of one size, to be set against those of another. */
type Growing = Readonly<Record<string, number>>;

/** How many times as long, for ten times as much: 10 is in proportion. */
const growth = (small: Growing, large: Growing): readonly string[] =>
  Object.keys(small).map((what) => `${what} × ${(large[what]! / small[what]!).toFixed(1)}`);

const peakMegabytes = () => process.resourceUsage().maxRSS / 1024;

/** Packages of one small case under a product name each. */
async function portfolio(count: number): Promise<Growing> {
  const { content } = exampleNamed('photovoltaics');
  const named = (name: string): CaseContent => ({
    ...content,
    fields: { ...content.fields, productName: { value: name } },
  });
  const kinds = await Promise.all(
    Array.from(
      { length: 10 },
      async (_, at) => (await packWorkbook(await savedWorkbook(named(`P${at}`)), evidence, tools)).bytes,
    ),
  );
  const before = heldMegabytes();
  let most = 0;
  const [entries, time] = await timed(async () => {
    const all: PortfolioEntry[] = [];
    for (let at = 0; at < count; at++) {
      all.push(await portfolioEntry(`${at}.zip`, kinds[at % kinds.length]!, tools));
      if (at % 50 === 0) most = Math.max(most, heldMegabytes() - before);
    }
    return all;
  });
  const counted = portfolioOf(entries).entries.filter(({ standing }) => standing === 'counted').length;
  if (counted !== kinds.length) throw new Error(`${counted} counted`);
  row(count, ms(time), ms(time / count), most.toFixed(1), ms(peakMegabytes()));
  return { time };
}

async function main() {
  row('lines', 'package MB', 'pack ms', 'verify ms', 'verify without workbook ms', 'peak MB');
  row('---', '---', '---', '---', '---', '---');
  const [few, many] = [await packAndVerify(100), await packAndVerify(1000)];
  console.log(`\nTen times the lines: ${growth(few, many).join(', ')}\n`);
  row('packages', 'portfolio ms', 'each ms', 'held at most MB', 'peak MB');
  row('---', '---', '---', '---', '---');
  const [hundred, thousand] = [await portfolio(100), await portfolio(1000)];
  console.log(`\nTen times the packages: ${growth(hundred, thousand).join(', ')}`);
}

void main();
