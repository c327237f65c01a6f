import { dateOfSerial, isDateFormat, isoDate } from '../../../src/core/reader/cellDates';

describe('isDateFormat', () => {
  test.each([
    'yyyy-mm-dd',
    'yyyy/m/d',
    'm/d/yy h:mm',
    '[h]:mm:ss',
    '[$-411]ge.m.d',
    '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@',
    'ggge"年"',
    '"FY"yyyy',
    'mmm-yy',
    'h:mm AM/PM',
    '[Red]dd.mm.yyyy',
    '[mm]:ss',
  ])('%s is one', (format) => {
    expect(isDateFormat(format)).toBe(true);
  });

  test.each([
    'General',
    'G/標準',
    '@',
    '0',
    '0.00%',
    '#,##0.######',
    '0.00E+00',
    '##0.0E-0',
    '0 "kWh"',
    '0.0\\ \\k\\W\\h',
    '[Red]-0;[Blue]0',
    '[$¥-411]#,##0',
    '[>=1000]#,##0;0.0',
    '_(* #,##0_);_(* (#,##0)',
    '0"台/year"',
    'General" kg"',
    '# ?/?',
  ])('%s is none', (format) => {
    expect(isDateFormat(format)).toBe(false);
  });
});

// Serials as Excel shows them: 1 January 2000 is day 36526 of the 1900 system and 35064 of the 1904 system.
describe('dateOfSerial', () => {
  test.each([
    [36526, false, '2000-01-01'],
    [45748, false, '2025-04-01'],
    [45748.75, false, '2025-04-01'],
    [61, false, '1900-03-01'],
    [2958465, false, '9999-12-31'],
    [35064, true, '2000-01-01'],
    [0, true, '1904-01-01'],
  ])('%d shown as a date (1904: %s) is %s', (serial, date1904, expected) => {
    expect(dateOfSerial(serial, true, date1904)).toBe(expected);
  });

  test.each([60, 1, 0, -1, 2958466])('%d is no sound day', (serial) => {
    expect(dateOfSerial(serial, true, false)).toBeNull();
  });

  test.each([
    [45748, '2025-04-01'],
    [2025, null],
    [20250401, null],
    [45748.5, null],
    [18263, null],
    [18264, '1950-01-01'],
    [73050, '2099-12-31'],
    [73051, null],
  ])('the bare number %d is %s', (serial, expected) => {
    expect(dateOfSerial(serial, false, false)).toBe(expected);
  });
});

describe('isoDate', () => {
  test.each(['2025-04-01', '2024-02-29', '1900-01-01'])('%s', (text) => {
    expect(isoDate(text)).toBe(text);
  });

  test.each(['2025-4-1', '2025/04/01', '2025-02-29', '2025-13-01', '2025-00-10', '0025-01-01', '2025-04-01T00:00', ''])(
    '%j is none',
    (text) => {
      expect(isoDate(text)).toBeNull();
    },
  );
});
