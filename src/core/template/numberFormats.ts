/** Four to six decimals; a number too small for them keeps its digits instead of being shown as 0. */
export const READABLE = '[>=0.001]#,##0.0000##;[<=-0.001]-#,##0.0000##;General';

/** A difference that should be nothing but the last bits of a number. */
export const DIFFERENCE = '0.0E+00';
