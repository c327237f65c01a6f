import type { ChoiceSet } from '../case/vocabulary';
import { success, type Outcome } from '../message';
import { decimalOfDouble, type Decimal } from '../quantity/decimal';
import { emissionRatio } from '../quantity/emissionRatio';
import { parseUnit } from '../quantity/parseUnit';
import type { Language } from '../template/types';
import { isDateFormat } from './cellDates';
import { readChoice, readPlaceWord } from './choiceCells';
import { remember } from './remember';

/** What occurs many times in one workbook and is worked out once. */
export interface Memory {
  readonly decimalOf: (double: number) => Decimal;
  readonly isDateFormat: (format: string) => boolean;
  readonly choice: (set: ChoiceSet) => (text: string) => Outcome<string>;
  readonly placeWord: (text: string) => Outcome<Decimal | 'unknown'>;
  /** Whether an amount in one unit and a factor in another give an emission. */
  readonly lineUnits: (unit: string) => (factorUnit: string) => Outcome<null>;
}

export function createMemory(language: Language | null): Memory {
  return {
    decimalOf: remember(decimalOfDouble),
    isDateFormat: remember(isDateFormat),
    choice: remember((set: ChoiceSet) => remember((text: string) => readChoice(set, text, language))),
    placeWord: remember((text: string) => readPlaceWord(text, language)),
    lineUnits: remember((unit: string) => remember((factorUnit: string) => lineUnits(unit, factorUnit))),
  };
}

/** A text that is no unit was refused in its own cell. */
function lineUnits(unit: string, factorUnit: string): Outcome<null> {
  const [own, factors] = [parseUnit(unit), parseUnit(factorUnit)];
  if (!own.ok || !factors.ok) return success(null);
  const ratio = emissionRatio(own.value, factors.value);
  return ratio.ok ? success(null) : ratio;
}
