import type { NameSnapshot } from '../../../src/core/workbook/snapshot';
import { ExcelCollection } from './excelCollection';

/** `Excel.NamedItem`. */
export class ExcelName {
  static readonly scalars = ['name', 'formula', 'visible'];
  readonly name: string;
  formula: string;
  visible: boolean;

  constructor(
    { name, formula, hidden }: NameSnapshot,
    private readonly remove: (name: ExcelName) => void = () => {},
  ) {
    this.name = name;
    this.formula = `=${formula}`;
    this.visible = !hidden;
  }

  get identity(): object {
    return { _Id: this.name };
  }

  delete(): void {
    this.remove(this);
  }
}

/** `Excel.NamedItemCollection` of the workbook: names come and go. */
export class ExcelNames extends ExcelCollection<ExcelName> {
  constructor(private readonly list: ExcelName[]) {
    super(list);
  }

  static of(names: readonly NameSnapshot[]): ExcelNames {
    const list: ExcelName[] = [];
    list.push(...names.map((name) => new ExcelName(name, (gone) => list.splice(list.indexOf(gone), 1))));
    return new ExcelNames(list);
  }

  /** @param reference a formula with `=`; Excel refuses a text constant of more than 255 characters */
  add(name: string, reference: string): ExcelName {
    if (/"(?:[^"]|""){256,}"/.test(reference)) throw new Error(`${name} holds a text that is too long`);
    const snapshot = { name, formula: reference.replace(/^=/, ''), sheet: null, hidden: false };
    const added = new ExcelName(snapshot, (gone) => this.list.splice(this.list.indexOf(gone), 1));
    this.list.push(added);
    return added;
  }
}
