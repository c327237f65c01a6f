/** Excel's limits, in UTF-16 units; a file beyond them is "repaired" when it is opened, and loses what went beyond. */
export const LONGEST_TEXT = 32_767;
export const LONGEST_FORMULA = 8_192;
