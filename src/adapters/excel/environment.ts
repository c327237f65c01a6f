/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';
import type { Language } from '../../locales/translator';

/** Excel 2021, Microsoft 365 and Excel on the web have it. Nothing above it is used. */
export const EXCEL_API = '1.12';

export type ExcelTheme = 'light' | 'dark' | 'high-contrast';

/**
 * Waits until the page may use the workbook.
 * @throws KmcError outside Excel, and in an Excel that is too old
 */
export async function excelReady(): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) throw new KmcError(message('excel.wrong-application'));
  const suffices = Office.context.requirements.isSetSupported('ExcelApi', EXCEL_API);
  if (!suffices) throw new KmcError(message('excel.too-old'));
}

/** The language of Excel's own menus; before Office is there, the browser's. */
export function displayLanguage(): Language {
  const tag = globalThis.Office?.context?.displayLanguage ?? globalThis.navigator?.language ?? '';
  return tag.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export function displayTheme(): ExcelTheme {
  if (matchMedia('(forced-colors: active)').matches) return 'high-contrast';
  return Office.context.officeTheme?.isDarkTheme ? 'dark' : 'light';
}
