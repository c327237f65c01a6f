import type { OfficePackage } from './package';
import { refuse } from './refuse';
import { unescaped } from './texts';
import { readXml } from './xml';

const GENERAL = 'General';

/**
 * Formats a file names by number only. Source: ECMA-376 Part 1, 18.8.30 (all languages; 27–36 and 50–58 as in Japanese).
 * 5–8 differ with the reader's currency: here without one.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0;-#,##0',
  6: '#,##0;[Red]-#,##0',
  7: '#,##0.00;-#,##0.00',
  8: '#,##0.00;[Red]-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'mm-dd-yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  27: '[$-411]ge.m.d',
  28: '[$-411]ggge"年"m"月"d"日"',
  29: '[$-411]ggge"年"m"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"時"mm"分"',
  33: 'h"時"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: '[$-411]ge.m.d',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
  50: '[$-411]ge.m.d',
  51: '[$-411]ggge"年"m"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: '[$-411]ggge"年"m"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: '[$-411]ge.m.d',
  58: '[$-411]ggge"年"m"月"d"日"',
};

/** @returns the number format of each cell style, by the style's number */
export function readNumberFormats(file: OfficePackage, part: string): string[] {
  const own = new Map<string, string>();
  const numbers: string[] = [];
  let inCellStyles = false;
  readXml(part, file.read(part), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'numFmt' && numFmtId !== undefined) own.set(numFmtId, unescaped(formatCode ?? GENERAL));
      else if (name === 'xf' && inCellStyles) numbers.push(numFmtId ?? '0');
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return numbers.map((number) => own.get(number) ?? BUILT_IN[Number(number)] ?? GENERAL);
}

/** @param style the cell's `s`; without one, the workbook's first style */
export function formatOfStyle(formats: readonly string[], style: string | undefined, part: string): string {
  if (style === undefined) return formats[0] ?? GENERAL;
  return formats[Number(style)] ?? refuse('badStyle', { part, style });
}
