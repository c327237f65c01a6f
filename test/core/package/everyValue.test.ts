import { KmcError } from '../../../src/core/message';
import { PATHS } from '../../../src/core/package/bag/layout';
import { canonicalJson, type Json } from '../../../src/core/package/json';
import { openPackage } from '../../../src/core/package/open';
import type { FaultCode } from '../../../src/core/package/verify/codes';
import {
  checkFactors,
  checkInfo,
  checkLibrary,
  checkNumbers,
  checkWorkbook,
} from '../../../src/core/package/verify/contentChecks';
import type { Checked } from '../../../src/core/package/verify/compared';
import { contextOf, type Evaluation, type VerifyContext } from '../../../src/core/package/verify/context';
import { checkProfile, checkVersion } from '../../../src/core/package/verify/documentChecks';
import { fault, type Fault } from '../../../src/core/package/verify/fault';
import { checkDecisions, checkFindings } from '../../../src/core/package/verify/reviewChecks';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../src/locales/translator';
import { inflate } from '../../../src/adapters/zip/inflate';
import { codesOf, forged, opened, packageTools, packSample, verify } from '../../support/packages';
import { leavesOf, pointerOf, withOther, type JsonPath } from '../../support/tampering';

addTexts(MORE_TEXTS);
const say = translator('ja');

let full: Uint8Array;
/** The workbook is the same in every forgery of this file, and read once. */
let workbook: Evaluation;
beforeAll(async () => {
  full = (await packSample('photovoltaics')).bytes;
  expect(codesOf(await verify(full))).toEqual([]);
  workbook = (await contextOf(full, opened(full), packageTools, true)).workbook;
  expect(workbook.ok).toBe(true);
}, 120_000);

type Run = (context: VerifyContext) => Checked;

/** What answers for each document, and by which codes it names a change in it. */
const ANSWERING: Readonly<Record<string, { readonly run: readonly Run[]; readonly codes: readonly FaultCode[] }>> = {
  [PATHS.case]: { run: [checkWorkbook], codes: ['case-differs'] },
  [PATHS.assessment]: { run: [checkNumbers], codes: ['number-differs'] },
  [PATHS.findings]: {
    run: [checkFindings, checkDecisions],
    codes: [
      'finding-differs',
      'finding-added',
      'finding-missing',
      'finding-order',
      'decision-differs',
      'decision-added',
      'decision-missing',
      'decision-order',
    ],
  },
  [PATHS.factors]: {
    run: [checkFactors, checkLibrary],
    codes: ['factor-differs', 'factor-added', 'factor-missing', 'factor-order', 'library-other'],
  },
  [PATHS.profile]: { run: [checkProfile], codes: ['profile-differs', 'profile-unknown'] },
  [PATHS.info]: { run: [checkInfo, checkVersion], codes: ['info-differs', 'format-unknown', 'software-other'] },
};

/** As `verify` does it: a value nothing can be worked out from is a fault and no crash. */
function attempt(run: Run, context: VerifyContext): readonly Fault[] {
  try {
    const found = run(context);
    if (typeof found === 'string') return [];
    return 'faults' in found ? found.faults : found;
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof KmcError)) throw error;
    return [fault('not-understood', null, { reason: error.message })];
  }
}

/** A package in which one document is another one and every hash fits. */
async function faultsOf(path: string, document: Json): Promise<readonly Fault[]> {
  const bytes = await forged(full, (payload) => payload.set(path, new TextEncoder().encode(canonicalJson(document))));
  const opening = openPackage(bytes, inflate);
  if (!opening.ok) return [opening.fault];
  const context = { ...(await contextOf(bytes, opening.value, packageTools, false)), workbook };
  return [...opening.value.faults, ...ANSWERING[path]!.run.flatMap((run) => attempt(run, context))];
}

const SHAPE: readonly FaultCode[] = ['shape-differs', 'not-understood'];

describe.each(Object.keys(ANSWERING))('%s with every hash made to fit again', (path) => {
  it('is told as changed in whichever value it was changed, by the code that names it', async () => {
    const document = opened(full).json.get(path)!;
    const { codes } = ANSWERING[path]!;
    const leaves = leavesOf(document);
    expect(leaves.length).toBeGreaterThan(20);
    const silent: string[] = [];
    for (const leaf of leaves) {
      const faults = await faultsOf(path, withOther(document, leaf));
      for (const one of faults) expect(say(one.message)).not.toMatch(/\{\{|package\.faults/);
      const told = faults.map(({ code }) => code);
      if (!told.some((code) => codes.includes(code) || SHAPE.includes(code))) silent.push(pointerOf(leaf));
    }
    expect(silent).toEqual([]);
  }, 900_000);

  it('is told as changed where an entry of a list was left out or put in twice', async () => {
    const document = opened(full).json.get(path)!;
    const { codes } = ANSWERING[path]!;
    for (const list of listsOf(document))
      for (const change of [(all: Json[]) => all.pop(), (all: Json[]) => all.push(all[0]!)]) {
        const told = (await faultsOf(path, withList(document, list, change))).map(({ code }) => code);
        expect([pointerOf(list), told.some((code) => codes.includes(code) || SHAPE.includes(code))]).toEqual([
          pointerOf(list),
          true,
        ]);
      }
  }, 900_000);
});

it('a change of a number or a statement is told at its very place', async () => {
  for (const path of [PATHS.case, PATHS.assessment]) {
    const document = opened(full).json.get(path)!;
    for (const leaf of leavesOf(document).filter((_, index) => index % 41 === 0)) {
      const places = (await faultsOf(path, withOther(document, leaf))).map((one) => one.path);
      expect(places).toContainEqual(expect.stringMatching(placeAt(`${path}#${pointerOf(leaf)}`)));
    }
  }
}, 300_000);

/** The value, or what was put into an empty list. */
const placeAt = (place: string) => new RegExp(`^${place.replaceAll(/[.#]/g, '\\$&')}(/0|/x)?$`);

/** Lists that hold something. */
function listsOf(value: Json, path: JsonPath = []): readonly JsonPath[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, inner]) => listsOf(inner, [...path, key]));
  const within = value.flatMap((one: Json, at) => listsOf(one, [...path, at]));
  return value.length === 0 ? within : [path, ...within];
}

function withList(document: Json, path: JsonPath, change: (all: Json[]) => unknown): Json {
  const copy = structuredClone(document);
  change(path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], copy) as Json[]);
  return copy;
}
