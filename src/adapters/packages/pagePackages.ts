import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts } from '../../locales/translator';
import { pageReports } from '../documents/pageReports';
import { writeXlsx } from '../xlsx/write/writeXlsx';
import { packageTools } from './packageTools';

addTexts(MORE_TEXTS);

/**
 * What a page makes, checks and adds up packages with.
 * @param loadReports as `pageReports` takes it
 */
export const pagePackages = (loadReports: Parameters<typeof pageReports>[0]) => ({
  ...packageTools(),
  ...pageReports(loadReports),
  writeWorkbook: writeXlsx,
});
