import type { Visibility, WorkbookSnapshot } from '../../../core/workbook/snapshot';
import { LIMITS } from './limits';
import type { OfficePackage } from './package';
import { refuse } from './refuse';
import { unescaped } from './texts';
import { isTrue, prefixed, readXml, type Attributes } from './xml';

export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  readonly relationship: string;
}

export interface NameEntry {
  readonly name: string;
  /** As stored. */
  readonly formula: string;
  /** Position among all sheets, `null` for a workbook name. */
  readonly sheet: number | null;
  readonly hidden: boolean;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NameEntry[];
  /** Relationship ids of links to other workbooks, in the order in which formulas count them. */
  readonly links: readonly string[];
  readonly calculationMode: WorkbookSnapshot['calculationMode'];
  readonly date1904: boolean;
}

export function readWorkbookPart(file: OfficePackage, part: string): WorkbookPart {
  const reading = new Reading(part);
  readXml(part, file.read(part), {
    open: (name, attributes) => reading.open(name, attributes),
    close: (name) => reading.close(name),
    text: (text) => reading.text(text),
  });
  requireDistinctNames(reading.sheets);
  return reading;
}

class Reading implements WorkbookPart {
  readonly sheets: SheetEntry[] = [];
  readonly names: NameEntry[] = [];
  readonly links: string[] = [];
  calculationMode: WorkbookSnapshot['calculationMode'] = 'automatic';
  date1904 = false;
  private name: Attributes | null = null;
  private formula = '';

  constructor(private readonly part: string) {}

  open(element: string, attributes: Attributes): void {
    if (element === 'sheet') this.addSheet(attributes);
    else if (element === 'definedName') this.startName(attributes);
    else if (element === 'externalReference') this.links.push(prefixed(attributes, 'id') ?? '');
    else if (element === 'workbookPr') this.date1904 = isTrue(attributes.date1904);
    else if (element === 'calcPr') this.calculationMode = calculationMode(attributes.calcMode);
  }

  close(element: string): void {
    if (element !== 'definedName' || !this.name) return;
    const { name = '', localSheetId, hidden } = this.name;
    const sheet = localSheetId === undefined ? null : Number(localSheetId);
    this.names.push({ name: unescaped(name), formula: unescaped(this.formula), sheet, hidden: isTrue(hidden) });
    this.name = null;
  }

  text(text: string): void {
    if (this.name) this.formula += text;
  }

  private startName(attributes: Attributes): void {
    this.name = attributes;
    this.formula = '';
  }

  private addSheet(attributes: Attributes): void {
    const relationship = prefixed(attributes, 'id');
    if (attributes.name === undefined || relationship === undefined) return refuse('badWorkbook', { part: this.part });
    if (this.sheets.length >= LIMITS.sheets) refuse('tooManySheets', { limit: LIMITS.sheets });
    this.sheets.push({ name: unescaped(attributes.name), visibility: visibility(attributes.state), relationship });
  }
}

function visibility(state: string | undefined): Visibility {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function calculationMode(mode: string | undefined): WorkbookSnapshot['calculationMode'] {
  if (mode === 'manual') return 'manual';
  return mode === 'autoNoTable' ? 'automatic-except-tables' : 'automatic';
}

function requireDistinctNames(sheets: readonly SheetEntry[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    if (seen.has(name.toLowerCase())) refuse('repeatedSheet', { sheet: name });
    seen.add(name.toLowerCase());
  }
}
