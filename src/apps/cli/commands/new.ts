import { access } from 'node:fs/promises';
import { nodeFiles } from '../../../adapters/node/fileStore';
import { applyEdits } from '../../../adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../../adapters/xlsx/write/writeXlsx';
import { KmcError, message } from '../../../core/message';
import type { RowContent } from '../../../core/template/content';
import { EXAMPLES } from '../../../core/template/examples/registry';
import { fixedLife } from '../../../core/template/fixedLife';
import { planWorkbook } from '../../../core/template/planWorkbook';
import { TABLES } from '../../../core/template/tables';
import type { TableName } from '../../../core/template/types';
import type { WorkbookPlan } from '../../../core/template/plan';
import { OK, type Session } from '../terminal';
import { calculateBytes } from '../workbookFile';

interface Options {
  readonly example?: string;
  readonly with?: string;
  readonly force?: boolean;
}

/** Creates a workbook, blank or from an example, with its values calculated; never over an existing file unless told to. */
export async function createWorkbook(session: Session, file: string, options: Options): Promise<number> {
  const plan = planOf(session, options);
  if (!options.force && (await exists(file))) throw new KmcError(message('cli.new.exists', { file }));
  const bytes = writeXlsx(plan);
  const { edits } = await calculateBytes(session, bytes);
  await nodeFiles.write(file, applyEdits(bytes, edits));
  session.terminal.out(`${session.say(message('cli.new.done', { file }))}\n`);
  return OK;
}

function planOf({ language }: Session, options: Options): WorkbookPlan {
  const words = (options.with ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  const prefilled = { KmcYears: words.flatMap(fixedLifeOf) };
  const optionalTables = words.map((word) => optionalTable(word.split('=')[0]!));
  if (options.example === undefined) return planWorkbook({ language, optionalTables, prefilled, exampleSheet: true });
  const example = EXAMPLES.find(({ name }) => name === options.example);
  if (!example) {
    const known = EXAMPLES.map(({ name }) => name);
    throw new KmcError(message('cli.new.unknown-example', { found: options.example, known }));
  }
  return planWorkbook({ language, optionalTables, prefilled, content: example.content, exampleSheet: false });
}

/** `factor-paths`, `factorPaths` or `KmcFactorPaths` → the table. */
function optionalTable(word: string): TableName {
  const optional = TABLES.filter(({ presence }) => presence === 'optional');
  const plain = word.toLowerCase().replaceAll('-', '');
  const found = optional.find(({ name, sheet }) => [name, sheet].some((known) => known.toLowerCase() === plain));
  if (found) return found.name;
  throw new KmcError(
    message('cli.new.unknown-table', { found: word, known: optional.map(({ sheet }) => hyphened(sheet)) }),
  );
}

const hyphened = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Longer lives are no product's. */
const LONGEST_LIFE = 200;

/** `years=15` → the rows of a fixed life of 15 years; only years take a number. */
function fixedLifeOf(word: string): readonly RowContent[] {
  const [table, number] = word.split('=');
  if (number === undefined) return [];
  const years = Number(number);
  const sound = /^\d+$/.test(number) && years >= 1 && years <= LONGEST_LIFE && optionalTable(table!) === 'KmcYears';
  if (!sound) throw new KmcError(message('cli.new.fixed-life', { found: word, most: LONGEST_LIFE }));
  return fixedLife(years);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
