import { CHOICE_SETS } from '../../core/case/vocabulary';
import type { Setting } from '../../core/calculation/types';
import { fieldSpec } from '../../core/template/fields';
import { grouped } from '../../locales/numbers';
import type { Translate } from '../../locales/translator';

/** A method choice's value: a word of the vocabulary as people read it, or a number as it stands. */
export function settingText(say: Translate, { key, value }: Setting): string {
  if (key in CHOICE_SETS) return say(`choices.${key}.${value}`);
  const text = PLAIN_DIGITS.test(value) ? grouped(value) : value;
  return `${text} ${fieldSpec(key)?.unit ?? ''}`.trim();
}

const PLAIN_DIGITS = /^-?\d+(\.\d+)?$/;

/** @returns the key of what a method choice is called: as in the workbook, where it has a field for it */
export const settingName = ({ key }: Setting): string =>
  fieldSpec(key) ? `template.fields.${key}` : `pane.settings.choice.${key}`;
