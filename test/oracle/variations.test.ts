import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { CHOICE_SETS, type ChoiceSet } from '../../src/core/case/vocabulary';
import { evaluate } from '../../src/core/pipeline';
import { recalculated } from '../../src/core/recalculated';
import type { CaseContent } from '../../src/core/template/content';
import { EXAMPLES } from '../../src/core/template/examples/registry';
import { choiceText } from '../../src/core/template/headers';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import { planSnapshot } from '../support/planSnapshot';
import { differences } from './agreement';
import { judge } from './judge';
import type { PlainCase } from './plainCase';
import { plainOfContent, plainRow } from './plainContent';

type Row = Readonly<Record<string, string | null>>;
interface Change {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: string;
}

const LISTS: Readonly<Record<string, keyof PlainCase>> = {
  KmcBaseline: 'baseline',
  KmcProduct: 'product',
  KmcSideEffects: 'sideEffects',
  KmcMix: 'mix',
  KmcSegments: 'segments',
};

const withCell = (rows: readonly Row[], { row, column, value }: Change) =>
  rows.map((each) => (each['id'] === row ? { ...each, [column]: value } : each));

/** A factor is changed wherever a line names it. */
const withFactor = (rows: readonly Row[], { row, value }: Change) =>
  rows.map((each) => (each['factorId'] === row ? { ...each, factor: value } : each));

/** A choice's word for the text of an English workbook. */
const wordOf = (set: ChoiceSet, text: string) =>
  (CHOICE_SETS[set] as readonly string[]).find((word) => choiceText(set, word, 'en') === text);

function changed(plain: PlainCase, change: Change): PlainCase {
  const { table, row, value } = change;
  if (table === 'KmcFactors') {
    const [baseline, product] = [withFactor(plain.baseline, change), withFactor(plain.product, change)];
    return { ...plain, baseline, product, sideEffects: withFactor(plain.sideEffects, change) };
  }
  if (table === 'KmcCase') {
    const stated = row in CHOICE_SETS ? { text: wordOf(row as ChoiceSet, value)! } : { number: value };
    return { ...plain, fields: { ...plain.fields, [row]: stated } };
  }
  const list = LISTS[table]!;
  return { ...plain, [list]: withCell(plain[list] as readonly Row[], change) };
}

/** Each variation of an example as a case of its own, by name. */
function varied(content: CaseContent): ReadonlyMap<string, PlainCase> {
  const cases = new Map<string, PlainCase>();
  for (const row of (content.tables.KmcVariations ?? []).map(plainRow)) {
    const [name, change] = [row['name']!, row as unknown as Change];
    cases.set(name, changed(cases.get(name) ?? plainOfContent(content), change));
  }
  return cases;
}

const examples = EXAMPLES.filter(({ content }) => content.tables.KmcVariations);

it.each(examples.map((example) => [example.name, example.content] as const))(
  'every variation of %s gives what it gives in exact fractions as a case of its own',
  async (_, content) => {
    const snapshot = planSnapshot(planWorkbook({ language: 'en', content }));
    const done = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
    const { variations, assessment } = evaluate(done.snapshot, done.problems);
    const cases = varied(content);
    expect(variations.map(({ name }) => name)).toEqual([...cases.keys()]);
    expect(variations.length).toBeGreaterThan(1);
    expect(differences(variations, judge([...cases.values()]))).toEqual([]);
    // A variation that changes nothing would show nothing.
    for (const { avoided } of variations) expect(avoided.value?.equals(assessment.avoided.value!)).toBe(false);
  },
  60_000,
);
