import { EXAMPLES } from '../../../core/template/examples/registry';
import { OK, type Session } from '../terminal';

export function listExamples({ terminal, language }: Session, options: { readonly json?: boolean }): number {
  const rows = EXAMPLES.map(({ name, title, description }) => ({
    name,
    title: title[language],
    description: description[language],
  }));
  if (options.json) terminal.out(`${JSON.stringify(rows, null, 2)}\n`);
  else for (const { name, title, description } of rows) terminal.out(`${name}\n  ${title}\n  ${description}\n`);
  return OK;
}
