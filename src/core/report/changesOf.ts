import { message, type Message } from '../message';
import { Decimal } from '../quantity/decimal';
import type { PreviousDocument, Step } from '../package/rounds/previous';
import { placeText } from '../review/placeText';
import type { NumberChange } from '../review/rounds/changesSince';
import type { ContentChange } from '../review/rounds/inputChanges';
import { shown } from '../../locales/numbers';
import { sheetCellAddress } from '../workbook/a1';
import { isCriterion } from '../review/decisions/entries';
import type { ReportChange } from './input';
import { aboutOf } from '../review/rounds/letter';

/** @returns what changed from package to package, one line each, the earliest submission first; nothing for a first one */
export const changesOf = (previous: PreviousDocument | null): readonly ReportChange[] =>
  (previous?.steps ?? []).flatMap(ofStep);

function ofStep({ submission, package: id, reason, changes }: Step): readonly ReportChange[] {
  const round = message('report.changes.submission', { number: submission, id });
  const line = (what: Message | string, from: ReportChange['from'], to: ReportChange['to']): ReportChange => ({
    ...{ round, reason, what, from, to },
  });
  const { numbers, rows, contents, formulas, findings, reopened } = changes;
  const all = [
    ...numbers.map((one) => line(message(`decisions.number.${one.number}`), ...numberTexts(one))),
    ...rows.map(({ kind, table, rowId }) => {
      const there = message('report.changes.row');
      const what = placeText({ table, rowId, column: null, place: null });
      return kind === 'added' ? line(what, null, there) : line(what, there, null);
    }),
    ...contents.map((one) => line(placeOf(one), one.from, one.to)),
    ...formulas.map(({ sheet, r1c1, to }) => {
      const what = message('report.changes.formula', { sheet });
      return to > 0 ? line(what, null, `=${r1c1}`) : line(what, `=${r1c1}`, null);
    }),
    ...findings.opened.map((finding) => line(message('report.changes.finding'), null, finding.message)),
    ...findings.closed.map((finding) => line(message('report.changes.finding'), finding.message, null)),
    ...reopened.map((on) => line(message('report.changes.decision'), null, reopenedText(on))),
  ];
  return all.length > 0 ? all : [line(message('report.changes.nothing'), null, null)];
}

const placeOf = ({ table, rowId, column, cell }: ContentChange): Message =>
  placeText({ table, rowId, column, place: table === null ? sheetCellAddress(cell) : null });

function numberTexts({ from, to, fromUnit, toUnit }: NumberChange): readonly [string | null, string | null] {
  const text = (value: string | null, unit: string): string | null =>
    value === null ? null : `${shown(new Decimal(value))} ${unit}`.trimEnd();
  return [text(from, fromUnit), text(to, toUnit)];
}

/** A criterion as a whole, or the place of a finding. */
function reopenedText(on: string): Message {
  const { finding, place } = aboutOf(on, null);
  return message('report.changes.reopened', { what: isCriterion(on) ? finding : (place ?? finding) });
}
