import { reported } from '../../../locales/numbers';
import { fieldValue, NOTHING, type ReportContext } from '../context';
import type { Fact, Section } from '../document';
import { timeSense } from '../sections/cover';

/** Facts of the case; one that is missing shows a free place. */
export const stated = (context: ReportContext, keys: readonly string[]): readonly Fact[] =>
  keys.map((key) => ({
    label: context.say(`template.fields.${key}`),
    value: fieldValue(context, key) ?? context.own('notStated'),
  }));

/** Places that are filled in by hand, by the city or once certified. */
export const toFill = ({ own }: ReportContext, keys: readonly string[]): readonly Fact[] =>
  keys.map((key) => ({ label: own(`uses.fields.${key}`), value: own('uses.toFill') }));

/** The avoided emissions in words, e.g. `27 t-CO2e（…）`. */
export function avoidedText(context: ReportContext): string {
  const { value, rounding, unit } = context.outcome.assessment.avoided;
  if (!value) return NOTHING;
  const sense = timeSense(context);
  const amount = `${reported(value, rounding)} ${unit}`;
  return sense === null ? amount : context.own('uses.amount', { amount, sense });
}

/** What is known of the form and what not, each with where that is from. */
export const bases = (context: ReportContext, key: string, count: number): Section => ({
  id: 'basis',
  title: context.own('uses.basis'),
  blocks: [
    {
      kind: 'list',
      items: Array.from({ length: count }, (_, index) => context.own(`uses.${key}.basis${index + 1}`)),
    },
  ],
});
