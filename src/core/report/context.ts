import { citedIds } from '../case/citedIds';
import { cellOf } from '../case/cellOf';
import type { CaseField, RowRef } from '../case/types';
import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { message, type Message } from '../message';
import type { Decimal } from '../quantity/decimal';
import { fieldSpec } from '../template/fields';
import { sheetCellAddress } from '../workbook/a1';
import { unrounded } from '../../locales/numbers';
import { translator, type Translate } from '../../locales/translator';
import type { Fact } from './document';
import type { ReportInput } from './input';

export const NOTHING = '—';

/** What the sections write with. */
export interface ReportContext extends ReportInput {
  readonly say: Translate;
  /** A text of the report's own area. */
  readonly own: (key: string, params?: Message['params']) => string;
}

export function reportContext(input: ReportInput): ReportContext {
  const say = translator(input.language);
  return { ...input, say, own: (key, params) => say(message(`report.${key}`, params)) };
}

/** A word of a vocabulary as people read it. */
export const wordOf = ({ say }: ReportContext, set: ChoiceSet, word: string | null): string =>
  word === null
    ? NOTHING
    : (CHOICE_SETS[set] as readonly string[]).includes(word)
      ? say(`choices.${set}.${word}`)
      : word;

export const orNothing = (text: string | number | null | undefined): string =>
  text === null || text === undefined || text === '' ? NOTHING : String(text);

/** Units of a number that counts nothing in particular. */
const PURE = ['1', '-'];

/** Every digit of a value with its unit; `—` where there is none. */
export const quantity = (value: Decimal | null | undefined, unit: string | null | undefined = null): string =>
  value ? `${unrounded(value)}${unit && !PURE.includes(unit) ? ` ${unit}` : ''}` : NOTHING;

/** What a KmcCase field states; `null` where nothing is stated. */
export function fieldValue(context: ReportContext, key: string): string | null {
  const field = context.outcome.case.fields[key];
  if (!field) return null;
  const choices = fieldSpec(key)?.choices;
  if (choices && field.text !== null) return wordOf(context, choices, field.text);
  if (key === 'fiscalYear' && field.number) return context.own('fiscalYear', { year: field.number.toFixed() });
  if (key === 'baselineYear' && field.number) return field.number.toFixed();
  return field.number ? quantity(field.number, field.unit) : field.text;
}

/** `framework:WBCSD` names the framework after the word. */
export function basisText({ say }: ReportContext, basis: string): string {
  const [word = '', name] = basis.split(':');
  const said = say(`choices.basis.${word}`);
  return name ? `${said}: ${name}` : said;
}

/** A field beside its label, with its basis and the applicant's note; a field that is wanted and not filled says so. */
export function factOf(context: ReportContext, key: string): Fact | null {
  const field = context.outcome.case.fields[key];
  const value = fieldValue(context, key);
  const label = context.say(`template.fields.${key}`);
  if (value === null) return fieldSpec(key)?.need === 'optional' ? null : { label, value: context.own('notStated') };
  return { label, value, note: noteOf(context, field) };
}

function noteOf(context: ReportContext, field: CaseField | undefined): string | undefined {
  const parts = [field?.basis ? basisText(context, field.basis) : null, field?.note];
  const said = parts.filter((part) => part !== null && part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(' · ');
}

export const factsOf = (context: ReportContext, keys: readonly string[]): readonly Fact[] =>
  keys.map((key) => factOf(context, key)).filter((fact) => fact !== null);

/** The same without what they rest on. */
export const plainFacts = (context: ReportContext, keys: readonly string[]): readonly Fact[] =>
  factsOf(context, keys).map(({ label, value }) => ({ label, value }));

/** Fields that a reader looks for: one that is not filled says so. */
export const wantedFacts = (context: ReportContext, keys: readonly string[]): readonly Fact[] =>
  keys.map(
    (key) => factOf(context, key) ?? { label: context.say(`template.fields.${key}`), value: context.own('notStated') },
  );

/** Where a row states a field, as `Sheet!C4`. */
export function placeOf({ outcome }: ReportContext, ref: RowRef, key: string): string {
  const cell = cellOf(outcome.case.locations, ref, key);
  return cell ? sheetCellAddress(cell) : `${ref.sheet} ${ref.id}`;
}

/** Evidence ids, each beside the title of what it names. */
export function evidenceText({ outcome }: ReportContext, ids: string | null): string {
  const named = citedIds(ids).map((id) => {
    const found = outcome.case.evidence.find(({ ref }) => ref.id === id);
    return found?.title ? `${id} ${found.title}` : id;
  });
  return named.length === 0 ? NOTHING : named.join(', ');
}
