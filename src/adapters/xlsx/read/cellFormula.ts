import { cellAddress, parseCell, parseRange } from '../../../core/workbook/a1';
import type { RangeRef } from '../../../core/workbook/cell';
import type { KeptFormula } from '../../../core/workbook/columnSheet';
import { fromStoredFormula } from '../../../core/workbook/formula';
import { sharedFormula } from '../../../core/workbook/sharedFormula';
import { LIMITS } from './limits';
import { refuse } from './refuse';
import { detached, unescaped } from './texts';
import type { Attributes } from './xml';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Turns `<f>` elements of one sheet into plain formulas, the members of shared groups included. */
export class SheetFormulas {
  private readonly groups = new Map<string, { readonly of: KeptFormula; readonly length: number }>();

  constructor(
    private readonly part: string,
    private readonly budget: FormulaBudget,
    private readonly addSpill: (range: Omit<RangeRef, 'sheet'>) => void,
  ) {}

  /**
   * @returns A1 without `=`; `null` for an element that holds no formula
   * @throws KmcError for a member of a shared group whose formula has not come before it
   */
  formula(attributes: Attributes, text: string, place: Place): KeptFormula | null {
    switch (attributes.t) {
      case 'shared':
        return this.sharedOne(attributes, text, place);
      case 'array':
        this.fills(attributes, place);
        break;
      case 'dataTable':
        this.fills(attributes, place);
        return dataTableFormula(attributes);
    }
    return text === '' ? null : this.plain(text);
  }

  private sharedOne({ si = '' }: Attributes, text: string, place: Place): KeptFormula {
    if (text === '') return this.member(si, place);
    const own = this.plain(text);
    const group = { of: sharedFormula(own, place), length: own.length };
    this.groups.set(si, group);
    return group.of;
  }

  private member(name: string, place: Place): KeptFormula {
    const group = this.groups.get(name);
    if (!group) return refuse('brokenSharedFormula', { part: this.part, cell: cellAddress(place) });
    this.budget.spend(group.length);
    return group.of;
  }

  private plain(text: string): string {
    this.budget.spend(text.length);
    return detached(fromStoredFormula(unescaped(text)));
  }

  private fills({ ref }: Attributes, place: Place): void {
    const range = ref === undefined ? null : parseRange(ref);
    const isBlock = range !== null && (range.top !== range.bottom || range.left !== range.right);
    if (isBlock && range.top === place.row && range.left === place.column) this.addSpill(range);
  }
}

/** What Excel shows for a what-if table; it has no formula of its own. */
function dataTableFormula({ r1 = '', r2 = '', dt2D, dtr }: Attributes): string {
  const inputs = [r1, r2].map((input) => (parseCell(input) ? input : ''));
  if (dt2D === '1') return `TABLE(${inputs[0]},${inputs[1]})`;
  return dtr === '1' ? `TABLE(${inputs[0]},)` : `TABLE(,${inputs[0]})`;
}

/** A few bytes of shared formula can ask whoever reads the snapshot for gigabytes of text. */
export class FormulaBudget {
  private left: number = LIMITS.formulaCharacters;

  spend(characters: number): void {
    this.left -= characters;
    if (this.left < 0) refuse('formulasTooLong', { limit: LIMITS.formulaCharacters });
  }
}
