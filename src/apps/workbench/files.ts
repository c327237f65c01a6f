import { KmcError, message } from '../../core/message';
import type { FileSaver } from '../../core/ports';
import type { Language } from '../../locales/translator';
import { planned } from './workbooks';

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const XLSX = `.xlsx,${XLSX_TYPE}`;

/** A submission package by its name: the pane opens it, the grid cannot. */
export const isPackage = ({ name }: Pick<File, 'name'>): boolean => /\.zip$/i.test(name);

/** Samples by file name, in the order of the menu; they lie beside the page. */
export const SAMPLES = [
  'slag-cement',
  'photovoltaics',
  'led-lamps',
  'water-heater',
  'heat-pump',
  'radar',
  'led-lighting',
  'cement-uses',
  'service',
  'water-pump',
  'broken',
] as const;

/** @throws KmcError when the page's server no longer answers */
export async function sampleBytes(name: string): Promise<Uint8Array> {
  const response = await fetch(`samples/${name}.xlsx`).catch(() => null);
  if (!response?.ok) throw new KmcError(message('workbench.no-sample', { name }));
  return new Uint8Array(await response.arrayBuffer());
}

/** A blank workbook in the given language, which is then the workbook's own. */
export async function newWorkbook(language: Language): Promise<Uint8Array> {
  return planned({ language, optionalTables: [], exampleSheet: true });
}

/** Hands a file to the browser's downloads. */
export function download(name: string, bytes: Uint8Array, type = XLSX_TYPE): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own copy by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The page's downloads; a browser shows none of these files in the place of the page. */
export const downloads: FileSaver = {
  save: async (bytes, name) => {
    download(name, bytes, 'application/octet-stream');
    return message('workbench.save.handed', { name });
  },
};
