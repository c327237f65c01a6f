import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../adapters/xlsx/write/writeXlsx';
import { helpPages } from '../../core/functions/helpPages';
import { functionsJson } from '../../core/functions/metadata';
import { analyse } from '../../core/analysis';
import { recordedAnalysis } from '../../core/recordedAnalysis';
import { publishedSchemas } from '../../core/package/schemas';
import { evaluate } from '../../core/pipeline';
import { recalculated } from '../../core/recalculated';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts, translator } from '../../locales/translator';
import type { Example } from '../../core/template/examples/example';
import { ILLUSTRATIVE_DOCUMENT } from '../../core/template/examples/illustrativeDocument';
import { EXAMPLES } from '../../core/template/examples/registry';
import { planWorkbook } from '../../core/template/planWorkbook';
import { formulaPage } from './formulaPage';
import { reviewPages } from './reviewPages';
import { planSelfCheck, type ExpectedValue } from './selfCheck';

addTexts(MORE_TEXTS);

/** Everything in the tree that is made from the code: function metadata, help pages, sample workbooks. */
async function generated(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const text = (file: string, content: string) => files.set(file, new TextEncoder().encode(content));
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  text('docs/functions/functions.json', json(functionsJson('en')));
  text('docs/functions/functions.ja-JP.json', json(functionsJson('ja')));
  for (const language of ['en', 'ja'] as const) {
    for (const page of helpPages(language, methodTitle(language))) text(`docs/functions/${page.path}`, page.text);
  }
  for (const [name, schema] of publishedSchemas()) text(`docs/schemas/${name}.schema.json`, json(schema));
  for (const language of ['en', 'ja'] as const)
    for (const page of [...reviewPages(language), formulaPage(language)]) text(`docs/review/${page.path}`, page.text);
  for (const example of EXAMPLES) files.set(`samples/${example.name}.xlsx`, await sample(example));
  text(`samples/evidence/${ILLUSTRATIVE_DOCUMENT.file}`, ILLUSTRATIVE_DOCUMENT.text);
  files.set('samples/self-check.xlsx', writeXlsx(planSelfCheck(expectedValues())));
  return files;
}

/** Values that functions must give, with their sources. */
const expectedValues = (): readonly ExpectedValue[] =>
  JSON.parse(readFileSync('test/functions/expected-values.json', 'utf8')) as ExpectedValue[];

/** The first heading of a page of the method handbook. */
function methodTitle(language: string) {
  return (page: string): string => {
    const file = `docs/method/${language}/${page}.md`;
    const title = /^# (.*)$/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (title === undefined) throw new RangeError(`${file} has no title`);
    return title;
  };
}

async function sample({ content }: Example): Promise<Uint8Array> {
  const bytes = writeXlsx(planWorkbook({ language: 'ja', content, exampleSheet: false }));
  const { snapshot } = await readXlsx(bytes);
  const done = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  const outcome = evaluate(done.snapshot, done.problems);
  const analysis = analyse(outcome.assessment);
  const record = await recordedAnalysis(
    done.snapshot,
    { ...outcome, analysis },
    translator('ja'),
    createRecalculator(),
  );
  return applyEdits(bytes, [...done.edits, ...record]);
}

const differs = (file: string, bytes: Uint8Array) => !existsSync(file) || !readFileSync(file).equals(bytes);

async function main(check: boolean): Promise<void> {
  const stale = [...(await generated())].filter(([file, bytes]) => differs(file, bytes));
  if (check && stale.length > 0) {
    process.stderr.write(
      `Generated files are not up to date; run npm run docs:\n${stale.map(([file]) => `  ${file}\n`).join('')}`,
    );
    process.exitCode = 1;
  } else if (!check) {
    for (const [file, bytes] of stale) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      process.stdout.write(`${file}\n`);
    }
  }
}

void main(process.argv.includes('--check'));
