import { applyEdits } from '../../../../src/adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../../../src/adapters/xlsx/write/writeXlsx';
import type { Edit } from '../../../../src/core/workbook/edit';
import { demoPlan } from './demoPlan';
import { partsOf } from './package';
import { rawBook, relationship, SHEET_PATH, worksheet } from './rawBook';

/*
 * The form in which Excel 16 stores an add-in's functions, as published in files it has written: fragments of
 * [MS-OWEXML] web extensions, [MS-XLSX] dynamic array metadata and the cells that point to them.
 */
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OURS = '6f3a0b1e-5f0f-4c2e-9a57-2c1f0a8d9e11';
const TASKPANES =
  '<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="0" width="0" row="0">' +
  `<wetp:webextensionref xmlns:r="${OFFICE}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`;
const extension = (instance: string, id: string, functions: string): string =>
  `<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="${instance}">` +
  `<we:reference id="${id}" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties/><we:bindings/>` +
  `<we:snapshot xmlns:r="${OFFICE}"/>` +
  '<we:extLst><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" uri="{7C84B067-C214-45C3-A712-C9D94CD141B2}">' +
  `<we:customFunctionIdList>${functions}</we:customFunctionIdList></a:ext></we:extLst></we:webextension>`;
const id = (name: string): string => `<we:customFunctionIds>${name}</we:customFunctionIds>`;
const EXTENSION_TYPE = /^xl\/webextensions\/webextension\d+\.xml$/;

const withoutDeclaration = (xml: string): string => xml.replace(/^<\?xml[^>]*\?>\s*/, '');
const setFormula = (formula: string): Edit => ({
  kind: 'set-formula',
  cell: { sheet: 'S', row: 0, column: 0 },
  formula,
  value: 3,
});

describe('a new workbook with functions of the add-in', () => {
  const parts = partsOf(writeXlsx(demoPlan()));

  test('names the functions and whose they are', () => {
    expect(withoutDeclaration(parts['xl/webextensions/webextension1.xml']!)).toBe(
      extension(
        '{2D9C61B7-0E4A-4B53-8F1D-6A7E35C0B948}',
        OURS,
        id('_xldudf_KMC_REDUCTION') + id('_xldudf_KMC_UNIT_RATIO'),
      ),
    );
    expect(withoutDeclaration(parts['xl/webextensions/taskpanes.xml']!)).toBe(TASKPANES);
    expect(parts['xl/webextensions/_rels/taskpanes.xml.rels']).toContain(
      '<Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension1.xml"/>',
    );
    expect(parts['_rels/.rels']).toContain(
      'Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>',
    );
  });

  test('marks their cells as dynamic arrays', () => {
    expect(withoutDeclaration(parts['xl/metadata.xml']!)).toBe(
      '<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
        '<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>' +
        '<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>' +
        '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>',
    );
    expect(parts['xl/_rels/workbook.xml.rels']).toContain(`Type="${OFFICE}/sheetMetadata" Target="metadata.xml"/>`);
    expect(parts['xl/worksheets/sheet2.xml']).toMatch(
      /<c r="B3" s="\d+" cm="1"><f t="array" ref="B3">_xldudf_KMC_REDUCTION\(10,4\)<\/f><\/c>/,
    );
  });

  test('states the kind of each part', () => {
    for (const [path, type] of [
      ['xl/metadata.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml'],
      ['xl/webextensions/taskpanes.xml', 'application/vnd.ms-office.webextensiontaskpanes+xml'],
      ['xl/webextensions/webextension1.xml', 'application/vnd.ms-office.webextension+xml'],
    ]) {
      expect(parts['[Content_Types].xml']).toContain(`<Override PartName="/${path}" ContentType="${type}"/>`);
    }
  });

  test('a column that they compute fills new rows with dynamic arrays too', () => {
    expect(parts['xl/tables/table1.xml']).toContain(
      '<tableColumn id="5" name="比"><calculatedColumnFormula array="1">_xldudf_KMC_UNIT_RATIO(KmcProduct[[#This Row],[単位]],"kg-CO2e/kWh")</calculatedColumnFormula></tableColumn>',
    );
    expect(parts['xl/tables/table1.xml']).toContain('<tableColumn id="6" name="計"><calculatedColumnFormula>IF(AND(');
  });
});

describe('a formula of the add-in set in an existing workbook', () => {
  const cell = '<c r="A1" cm="1"><f t="array" ref="A1">_xldudf_KMC_CONVERT(1,"t","kg")</f><v>3</v></c>';
  const edit = setFormula('kmc.Convert(1,"t","kg")');

  test('brings the parts where there are none, once', () => {
    const first = applyEdits(rawBook(worksheet('')), [edit]);
    const parts = partsOf(first);
    expect(parts[SHEET_PATH]).toContain(`<row r="1">${cell}</row>`);
    expect(parts['xl/webextensions/webextension1.xml']).toContain(
      `<we:customFunctionIdList>${id('_xldudf_KMC_CONVERT')}</we:customFunctionIdList>`,
    );
    const again = partsOf(
      applyEdits(first, [edit, { ...setFormula('KMC.GWP("CH4")'), cell: { sheet: 'S', row: 1, column: 0 } }]),
    );
    expect(Object.keys(again)).toEqual(Object.keys(parts));
    expect(again['xl/webextensions/webextension1.xml']).toContain(
      `<we:customFunctionIdList>${id('_xldudf_KMC_CONVERT')}${id('_xldudf_KMC_GWP')}</we:customFunctionIdList>`,
    );
    expect(again['xl/metadata.xml']).toBe(parts['xl/metadata.xml']);
    expect(again['_rels/.rels']).toBe(parts['_rels/.rels']);
  });

  test("stands beside another add-in's pane and functions", () => {
    const others = rawBook(worksheet(''), {
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/></Relationships>`,
      'xl/webextensions/taskpanes.xml': TASKPANES,
      'xl/webextensions/_rels/taskpanes.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>',
      'xl/webextensions/webextension1.xml': extension(
        '{0}',
        '00000000-0000-0000-0000-000000000001',
        id('_xldudf_CONTOSO_ADD'),
      ),
    });
    const parts = partsOf(applyEdits(others, [edit]));
    expect(Object.keys(parts).filter((path) => EXTENSION_TYPE.test(path))).toHaveLength(2);
    expect(parts['xl/webextensions/webextension1.xml']).not.toContain('KMC');
    expect(parts['xl/webextensions/webextension2.xml']).toContain(`<we:reference id="${OURS}"`);
    expect(parts['xl/webextensions/taskpanes.xml']!.match(/r:id="rId\d"/g)).toEqual(['r:id="rId1"', 'r:id="rId2"']);
    expect(parts['xl/webextensions/_rels/taskpanes.xml.rels']).toContain('Id="rId2"');
  });

  test('finds its record among metadata of other kinds, or adds it there', () => {
    const type = '<metadataType name="XLRICHVALUE" minSupportedVersion="120000"/>';
    const rich = `<futureMetadata name="XLRICHVALUE" count="1"><bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}"/></extLst></bk></futureMetadata>`;
    const values = '<valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata>';
    const pictures = `<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1">${type}</metadataTypes>${rich}${values}</metadata>`;
    const book = rawBook(
      worksheet(''),
      { 'xl/metadata.xml': pictures },
      relationship('rId9', 'sheetMetadata', 'metadata.xml'),
    );
    const first = applyEdits(book, [edit]);
    const metadata = partsOf(first)['xl/metadata.xml']!;
    expect(metadata).toContain(`<metadataTypes count="2">${type}<metadataType name="XLDAPR"`);
    expect(metadata).toMatch(/<cellMetadata count="1"><bk><rc t="2" v="0"\/><\/bk><\/cellMetadata><valueMetadata/);
    expect(partsOf(first)[SHEET_PATH]).toContain(cell);
    const second = partsOf(applyEdits(first, [setFormula('KMC.VERSION()')]));
    expect(second['xl/metadata.xml']).toBe(metadata);
  });
});
