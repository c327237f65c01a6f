import { REPORTS } from '../bag/layout';
import { PRODUCT_VERSION } from '../../version';
import { reportsOf } from '../pack';
import type { NotChecked } from './codes';
import { whyClosed } from './compared';
import { sameBytes } from './containerCheck';
import { fileOf, type VerifyContext } from './context';
import { fault, type Fault } from './fault';

/** Documents for people say what the package says: made again, they are the same bytes. */
export async function checkReports(context: VerifyContext): Promise<readonly Fault[] | NotChecked> {
  const { opened, workbook, tools, documents } = context;
  const packed = REPORTS.filter((path) => fileOf(opened, path) !== null);
  if (packed.length === 0 && !tools.documents) return 'no-reports';
  if (!tools.documents) return 'no-report-builder';
  if (!workbook.ok) return whyClosed(workbook);
  if (documents.info?.software !== PRODUCT_VERSION) return 'other-software';
  const made = new Map((await reportsOf(workbook.value, tools.documents)).map(({ path, bytes }) => [path, bytes]));
  const differing = packed.filter((path) => !made.has(path) || !sameBytes(made.get(path)!, fileOf(opened, path)!));
  const missing = [...made.keys()].filter((path) => fileOf(opened, path) === null);
  return [
    ...differing.map((path) => fault('report-differs', path)),
    ...missing.map((path) => fault('report-missing', path)),
  ];
}
