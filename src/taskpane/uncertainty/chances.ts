import { Decimal } from '../../core/quantity/decimal';
import { roundedText } from '../../core/quantity/rounding';
import { grouped } from '../../locales/numbers';

const PERCENT = 100;
const LEAST = 0.05;

/**
 * A share as people read it: `0 %` only where there is none at all, `100 %` only where it is all.
 * @param share 0–1
 */
export function shareText(share: number): string {
  const percent = share * PERCENT;
  if (share === 0 || share === 1) return `${percent} %`;
  if (percent < LEAST) return '< 0.1 %';
  if (percent > PERCENT - LEAST) return '> 99.9 %';
  return `${grouped(roundedText(new Decimal(percent), { mode: 'half-up', digits: 1 }))} %`;
}
