import { access } from 'node:fs/promises';
import { nodeFiles } from '../../../adapters/node/fileStore';
import { applyEdits } from '../../../adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../../adapters/xlsx/write/writeXlsx';
import { KmcError, message } from '../../../core/message';
import { EXAMPLES } from '../../../core/template/examples/registry';
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
  const optionalTables = optionalTablesOf(options.with);
  if (options.example === undefined) return planWorkbook({ language, optionalTables, exampleSheet: true });
  const example = EXAMPLES.find(({ name }) => name === options.example);
  if (!example) {
    const known = EXAMPLES.map(({ name }) => name);
    throw new KmcError(message('cli.new.unknown-example', { found: options.example, known }));
  }
  return planWorkbook({ language, optionalTables, content: example.content, exampleSheet: false });
}

/** `segments,mix` → the tables of that name. */
function optionalTablesOf(list: string | undefined): TableName[] {
  const optional = TABLES.filter(({ presence }) => presence === 'optional');
  return (list ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
    .map((word) => {
      const found = optional.find(({ name, sheet }) => [name.toLowerCase(), sheet].includes(word.toLowerCase()));
      if (!found)
        throw new KmcError(
          message('cli.new.unknown-table', { found: word, known: optional.map(({ sheet }) => sheet) }),
        );
      return found.name;
    });
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
