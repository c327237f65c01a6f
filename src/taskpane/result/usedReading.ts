import type { Setting } from '../../core/calculation/types';

/** Which reading of the net reduction the two numbers are made from. */
export const usedReading = (settings: readonly Setting[]): string | undefined =>
  settings.find(({ key }) => key === 'outsideReading')?.value;
