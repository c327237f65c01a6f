import type { Case } from '../case/types';
import { Decimal } from '../quantity/decimal';
import type { Context } from './context';
import { KAWASAKI, PROFILE_OF, type ChoiceKey, type Profile } from './profile';

type Value<Key extends ChoiceKey> = Profile['choices'][Key]['value'];

/** The method's choices as they hold for one case. */
export type Choices = { readonly [Key in ChoiceKey]: Value<Key> };

/** @returns the profile a workbook chooses, else the default */
export function profileOf(source: Case): Profile {
  const chosen = source.fields['profile']?.text;
  return Object.entries(PROFILE_OF).find(([id]) => id === chosen)?.[1] ?? KAWASAKI;
}

/** Every choice in force, noted with its basis and whether the workbook or the profile makes it. Reports numbers that cannot be. */
export function choicesInForce(context: Context): Choices {
  const { choices } = context.profile;
  const entries = Object.entries(choices).map(([key, choice]) => [key, context.setting(key as ChoiceKey, choice)]);
  const inForce = Object.fromEntries(entries) as Choices;
  for (const key of ['uncertaintyRuns', 'uncertaintySeed', 'sensitivityChange'] as const)
    checkNumber(context, key, inForce[key]);
  return inForce;
}

const ALLOWED: Readonly<Record<string, { readonly low: number; readonly high: number; readonly whole: boolean }>> = {
  uncertaintyRuns: { low: 100, high: 1_000_000, whole: true },
  uncertaintySeed: { low: 0, high: 4_294_967_295, whole: true },
  sensitivityChange: { low: 0.001, high: 100, whole: false },
};

function checkNumber(context: Context, key: string, text: string): void {
  const { low, high, whole } = ALLOWED[key]!;
  const value = new Decimal(text);
  if (value.greaterThanOrEqualTo(low) && value.lessThanOrEqualTo(high) && (!whole || value.isInteger())) return;
  const row = context.field(key)?.ref ?? null;
  context.block(row, 'value', whole ? 'setting-whole' : 'setting-number', { found: text, low, high });
}
