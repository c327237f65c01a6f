import { KmcError, message } from '../../../../core/message';
import { cellAddress } from '../../../../core/workbook/a1';
import type { CellValue } from '../../../../core/workbook/cell';
import { sharedFormula } from '../../../../core/workbook/sharedFormula';
import { CellMap } from './cellMap';
import { storedFormula } from '../storedFormula';
import { cellsIn, isInside, isSame, isSingle, singleBlock } from './blocks';
import type { CellChange } from './changes';
import { placeOf } from './place';
import type { ArrayFormula, Block, SheetScan } from './sheetScan';
import { placeSpills } from './spill';

/** What is to be written into one cell. */
export interface NewContent {
  /** `kept`: as it stands, if there is one; `null`: none; else its stored text, with the block it fills when it is an array. */
  readonly formula: 'kept' | null | { readonly text: string; readonly block: Block | null };
  /** `undefined`: what the cell shows stays. */
  readonly value: CellValue | undefined;
  /** New block of a kept formula that spills differently now. */
  readonly block?: Block;
}

const NOTHING: NewContent = { formula: 'kept', value: null };

export interface Resolution {
  readonly contents: CellMap<NewContent>;
  /** Stored names of add-in functions in the new formulas. */
  readonly addinFunctions: ReadonlySet<string>;
}

/**
 * What the changed cells of one sheet mean for the cells around them: spills that end or grow, shared formulas that lose
 * their first cell.
 * @throws KmcError when an edit would change part of an array, or gives a calculated value to a cell that no formula fills
 */
export function resolve(sheet: string, scan: SheetScan, changes: CellMap<CellChange>): Resolution {
  const resolver = new Resolver(sheet, scan, changes);
  return { contents: resolver.contents, addinFunctions: resolver.addinFunctions };
}

class Resolver {
  readonly contents = new CellMap<NewContent>();
  readonly addinFunctions = new Set<string>();
  /** Formulas that spill or could, by the key of their cell, with the block they fill now. */
  private readonly spilling: Map<number, Block>;
  private readonly fixed: readonly ArrayFormula[];
  private readonly wideSpills: readonly ArrayFormula[];

  constructor(
    private readonly sheet: string,
    private readonly scan: SheetScan,
    private readonly changes: CellMap<CellChange>,
  ) {
    const dynamic = scan.arrays.filter(({ kind }) => kind === 'dynamic');
    this.fixed = scan.arrays.filter(({ kind }) => kind === 'fixed');
    this.spilling = new Map(dynamic.map(({ key, block }) => [key, block]));
    this.wideSpills = dynamic.filter(({ block }) => !isSingle(block));
    for (const [key, change] of changes) this.replace(key, change);
    this.calculate();
    this.writeOutShared();
  }

  private replace(key: number, { formula, value }: CellChange): void {
    if (formula === 'kept') return;
    const fixed = this.fixed.find(({ block }) => isInside(block, key));
    if (fixed && !(isSingle(fixed.block) && fixed.key === key)) throw this.refusal('partOfArray', key);
    const around = this.wideSpills.find((array) => array.key !== key && isInside(array.block, key));
    // As in Excel, emptying a cell that a formula fills changes nothing.
    if (around && formula === null && value === null) return;
    if (around) this.collapse(around);
    this.endSpill(key);
    if (formula === null) this.contents.set(key, { formula, value });
    else this.setFormula(key, formula, value);
  }

  private setFormula(key: number, formula: string, value: CellValue): void {
    const { text, addinFunctions, dynamic } = storedFormula(formula);
    addinFunctions.forEach((name) => this.addinFunctions.add(name));
    const block = dynamic ? singleBlock(key) : null;
    if (block) this.spilling.set(key, block);
    this.contents.set(key, { formula: { text, block }, value });
  }

  /** Something now stands where the formula spilled: what it gives is unknown until it is calculated anew. */
  private collapse({ key }: ArrayFormula): void {
    if (!this.spilling.has(key)) return;
    this.endSpill(key);
    const block = singleBlock(key);
    this.spilling.set(key, block);
    if (!this.contents.has(key)) this.contents.set(key, { formula: 'kept', value: null, block });
  }

  private endSpill(key: number): void {
    this.emptyOutside(key, singleBlock(key));
    this.spilling.delete(key);
  }

  /** Empties what the formula filled and does not fill any more. */
  private emptyOutside(key: number, now: Block): void {
    const block = this.spilling.get(key);
    if (!block || isSingle(block)) return;
    for (const cell of cellsIn(this.scan, block)) {
      if (!isInside(now, cell.key) && !this.contents.has(cell.key)) this.contents.set(cell.key, NOTHING);
    }
  }

  private calculate(): void {
    const loose = new CellMap<CellValue>();
    for (const [key, { formula, value }] of this.changes) {
      if (formula !== 'kept') continue;
      const isResult = this.scan.cells.get(key)?.formula || this.fixed.some(({ block }) => isInside(block, key));
      if (isResult) this.contents.set(key, { ...this.contents.get(key), formula: 'kept', value });
      else loose.set(key, value);
    }
    if (loose.size > 0) this.place(loose);
  }

  private place(loose: CellMap<CellValue>): void {
    const { scan, spilling } = this;
    const isTaken = (key: number): boolean => this.holdsFormula(key) || this.holdsEntry(key);
    for (const { key, block, values } of placeSpills(loose, { scan, spilling, isTaken })) {
      if (!isSame(spilling.get(key)!, block)) this.moveSpill(key, block);
      for (const [cell, value] of values) this.contents.set(cell, { formula: 'kept', value });
    }
    for (const [key, value] of loose)
      if (value !== null || this.holdsEntry(key)) throw this.refusal('notAFormula', key);
  }

  private moveSpill(key: number, block: Block): void {
    this.emptyOutside(key, block);
    this.spilling.set(key, block);
    const content = this.contents.get(key) ?? { formula: 'kept', value: undefined };
    const { formula } = content;
    const isNew = formula !== null && formula !== 'kept';
    this.contents.set(key, isNew ? { ...content, formula: { text: formula.text, block } } : { ...content, block });
  }

  private holdsFormula(key: number): boolean {
    const content = this.contents.get(key);
    const isNew = content !== undefined && content.formula !== null && content.formula !== 'kept';
    return isNew || (content?.formula !== null && Boolean(this.scan.cells.get(key)?.formula));
  }

  /** Typed in, and by no formula's spill: a calculated value has no business there. */
  private holdsEntry(key: number): boolean {
    if (this.contents.get(key)?.formula === null) return true;
    return this.scan.cells.get(key)?.filled === true && !this.wideSpills.some(({ block }) => isInside(block, key));
  }

  /** A shared group whose first cell goes would leave its members without a formula. */
  private writeOutShared(): void {
    for (const { master, members } of this.scan.shared.values()) {
      if (!master || !this.isReplaced(master.key)) continue;
      const formulaAt = sharedFormula(master.formula, placeOf(master.key));
      for (const { key, own } of members) {
        if (this.isReplaced(key)) continue;
        const text = own ?? formulaAt(placeOf(key));
        this.contents.set(key, { formula: { text, block: null }, value: this.contents.get(key)?.value });
      }
    }
  }

  private isReplaced(key: number): boolean {
    const change = this.changes.get(key);
    return change !== undefined && change.formula !== 'kept';
  }

  private refusal(reason: 'partOfArray' | 'notAFormula', key: number): KmcError {
    return new KmcError(message(`xlsx.write.${reason}`, { sheet: this.sheet, cell: cellAddress(placeOf(key)) }));
  }
}
