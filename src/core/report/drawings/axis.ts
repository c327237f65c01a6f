/** Maps values to places between two ends of a drawing; a span of nothing lies at its start. */
export interface Scale {
  readonly at: (value: number) => number;
}

export function scaleOver(values: readonly number[], from: number, to: number): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return { at: (value) => (high === low ? from : from + ((value - low) / (high - low)) * (to - from)) };
}
