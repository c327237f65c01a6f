import { message } from '../../core/message';
import { Decimal } from '../../core/quantity/decimal';
import { sheetCellAddress } from '../../core/workbook/a1';
import { placeText } from '../../core/review/placeText';
import { isUnchanged, type Changes, type NumberChange } from '../../core/review/rounds/changesSince';
import type { ContentChange } from '../../core/review/rounds/inputChanges';
import { shown } from './layout';
import { decisionText } from './reviewText';
import type { Session } from './terminal';

type Say = Session['say'];

/** Lines of one list that are printed; the JSON has all. */
const MOST = 200;

/** What changed since an earlier workbook, for a person. */
export function changesText({ say }: Session, file: string, changes: Changes): string {
  const title = `${say(message('decisions.cli.changes.title', { file }))}\n`;
  if (isUnchanged(changes)) return `${title}  ${say('decisions.cli.changes.none')}\n\n`;
  const section = (key: string, lines: readonly string[]): string =>
    lines.length === 0 ? '' : `${say(`decisions.cli.changes.${key}`)}\n${listed(say, lines)}`;
  const { opened, closed } = changes.findings;
  return [
    title,
    section(
      'numbers',
      changes.numbers.map((number) => numberText(say, number)),
    ),
    section(
      'rows',
      changes.rows.map(({ kind, table, rowId }) => {
        const place = say(placeText({ table, rowId, column: null, place: null }));
        return `${place}: ${say(`decisions.cli.changes.${kind}`)}`;
      }),
    ),
    section(
      'contents',
      changes.contents.map((content) => contentText(say, content)),
    ),
    section(
      'formulas',
      changes.formulas.map(
        ({ sheet, r1c1, to }) =>
          `${sheet}: ${say(message(`decisions.cli.changes.${to > 0 ? 'new' : 'gone'}-formula`, { formula: r1c1 }))}`,
      ),
    ),
    section(
      'opened',
      opened.map((finding) => `${say(placeText(finding.subject))}: ${say(finding.message)}`),
    ),
    section(
      'closed',
      closed.map((finding) => `${say(placeText(finding.subject))}: ${say(finding.message)}`),
    ),
    changes.reopened.length === 0
      ? ''
      : `${say('decisions.cli.changes.reopened')}\n${changes.reopened.map((one) => `  ${one.on}\n${decisionText(say, one, '    ')}`).join('')}`,
    '\n',
  ].join('');
}

function listed(say: Say, lines: readonly string[]): string {
  const more = lines.length - MOST;
  const rest = more > 0 ? [say(message('decisions.cli.changes.more', { count: more }))] : [];
  return [...lines.slice(0, MOST), ...rest].map((line) => `  ${line}\n`).join('');
}

function numberText(say: Say, { number, from, to, fromUnit, toUnit }: NumberChange): string {
  const text = (value: string | null, unit: string) =>
    value === null ? say('cli.result.none') : `${shown(new Decimal(value))} ${unit}`.trimEnd();
  const change = message('decisions.cli.changes.from-to', { from: text(from, fromUnit), to: text(to, toUnit) });
  return `${say(`decisions.number.${number}`)}: ${say(change)}`;
}

function contentText(say: Say, { table, rowId, column, cell, from, to }: ContentChange): string {
  const place = table === null ? sheetCellAddress(cell) : say(placeText({ table, rowId, column, place: null }));
  const blank = say('decisions.blank');
  return `${place}: ${say(message('decisions.cli.changes.from-to', { from: from ?? blank, to: to ?? blank }))}`;
}
