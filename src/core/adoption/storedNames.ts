import type { WorkbookSnapshot } from '../workbook/snapshot';

/** `KmcAdopted_1` is the range and follows it; `KmcAdopted_1_Map1`, … hold the mapping as text constants, hidden. */
export const STORED_NAME = /^KmcAdopted_(\d+)(?:_Map(\d+))?$/i;

/** Whether a workbook holds any adoption, readable or not. */
export const holdsAdoptions = ({ names }: WorkbookSnapshot): boolean =>
  names.some(({ name, sheet }) => sheet === null && STORED_NAME.test(name));
