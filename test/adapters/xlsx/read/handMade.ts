import { strToU8, zipSync, type Zippable } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface HandMadeSheet {
  readonly name: string;
  /** Worksheet XML inside `<worksheet>`, or what stands in for a chart sheet. */
  readonly xml: string;
  readonly state?: string;
  readonly type?: string;
  /** Relationships of the sheet part, as `relationship` writes them. */
  readonly relationships?: string;
}

export interface HandMade {
  readonly sheets: readonly HandMadeSheet[];
  /** Further XML after `<sheets>`. */
  readonly workbook?: string;
  readonly workbookProperties?: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** Further parts by name; `null` takes a part away. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
  readonly relationships?: string;
}

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;

const relationships = (content: string): string => `<Relationships xmlns="${PACKAGE}">${content}</Relationships>`;

/** The parts of a workbook written by hand, for what no library writes. */
export function handMadeParts({ sheets, ...rest }: HandMade): Record<string, string | Uint8Array> {
  const list = sheets.map(({ name, state }, at) => {
    const attribute = state === undefined ? '' : ` state="${state}"`;
    return `<sheet name="${name}" sheetId="${at + 1}"${attribute} r:id="s${at + 1}"/>`;
  });
  const targets = sheets.map(({ type = 'worksheet' }, at) =>
    relationship(`s${at + 1}`, type, `sheets/sheet${at + 1}.xml`),
  );
  if (rest.sharedStrings !== undefined) targets.push(relationship('strings', 'sharedStrings', 'sharedStrings.xml'));
  if (rest.styles !== undefined) targets.push(relationship('styles', 'styles', 'styles.xml'));
  const parts: Record<string, string | Uint8Array | null | undefined> = {
    '[Content_Types].xml': contentTypes(rest),
    '_rels/.rels': relationships(relationship('w', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${rest.workbookProperties ?? ''}<sheets>${list.join('')}</sheets>${rest.workbook ?? ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(targets.join('') + (rest.relationships ?? '')),
    'xl/sharedStrings.xml': rest.sharedStrings && `<sst xmlns="${MAIN}">${rest.sharedStrings}</sst>`,
    'xl/styles.xml': rest.styles && `<styleSheet xmlns="${MAIN}">${rest.styles}</styleSheet>`,
    ...Object.fromEntries(sheets.flatMap((sheet, at) => sheetParts(sheet, at + 1))),
    ...rest.parts,
  };
  return Object.fromEntries(
    Object.entries(parts).filter((part): part is [string, string | Uint8Array] => part[1] != null),
  );
}

/** Our reader goes by relationships; others look here. */
function contentTypes({ sharedStrings, styles }: Omit<HandMade, 'sheets'>): string {
  const override = (type: string, part: string) =>
    `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const overrides = [override('sheet.main', 'workbook.xml')];
  if (sharedStrings !== undefined) overrides.push(override('sharedStrings', 'sharedStrings.xml'));
  if (styles !== undefined) overrides.push(override('styles', 'styles.xml'));
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${overrides.join('')}</Types>`;
}

function sheetParts(
  { xml, type = 'worksheet', relationships: own }: HandMadeSheet,
  number: number,
): [string, string][] {
  const root = type === 'worksheet' ? 'worksheet' : 'chartsheet';
  const part = `<${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</${root}>`;
  const parts: [string, string][] = [[`xl/sheets/sheet${number}.xml`, part]];
  if (own !== undefined) parts.push([`xl/sheets/_rels/sheet${number}.xml.rels`, relationships(own)]);
  return parts;
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const content: Zippable = {};
  for (const [name, part] of Object.entries(parts)) content[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(content);
}

export const handMade = (workbook: HandMade): Uint8Array => zipped(handMadeParts(workbook));

/** A workbook of one sheet `S` with the given rows. */
export const withRows = (rows: string, rest: Omit<HandMade, 'sheets'> = {}): Uint8Array =>
  handMade({ ...rest, sheets: [{ name: 'S', xml: `<sheetData>${rows}</sheetData>` }] });
