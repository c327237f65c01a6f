import { Decimal as DecimalJs } from 'decimal.js';

/** The one arithmetic of the product: decimal, 40 significant digits, half up in between. Never configured elsewhere. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
export type Decimal = DecimalJs;
