/** East Asian wide and full-width characters (Unicode Standard Annex #11, classes W and F) by their main blocks. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** @returns the width of one line of text in half-width characters; a full-width character counts two */
export function textWidth(line: string): number {
  return [...line].reduce((width, sign) => width + (WIDE.test(sign) ? 2 : 1), 0);
}

/** @returns how many lines the text takes in a cell `width` half-width characters wide; at least one */
export function lineCount(text: string, width: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
}
